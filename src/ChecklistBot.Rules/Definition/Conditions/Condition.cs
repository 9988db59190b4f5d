namespace ChecklistBot.Rules;

/// <summary>A test of answers, flags or the chosen path. What it may use depends on where it stands: flags test items only,
/// rules items and flags, cautions everything.</summary>
public abstract record Condition
{
    private protected Condition()
    {
    }
}
