namespace ChecklistBot.Assessments.Replies;

/// <summary>What the card shows of a confirmation. Where people bear few lines, only the rest is said beside it.</summary>
public enum OnCard
{
    /// <summary>What changed; it cannot show that nothing did.</summary>
    Changes,

    /// <summary>All of it: whoever tapped has it before them.</summary>
    All,

    /// <summary>Nothing of it.</summary>
    Nothing,
}
