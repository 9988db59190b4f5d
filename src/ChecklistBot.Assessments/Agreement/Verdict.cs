using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Agreement;

/// <summary>What finishing now would give. The set is closed.</summary>
public abstract record Verdict
{
    private protected Verdict()
    {
    }
}

/// <summary>Every mix of what people chose leads to one path.</summary>
/// <param name="Path">Index into the checklist's paths.</param>
public sealed record Agreed(int Path) : Verdict;

/// <summary>Only outvoted options lead elsewhere: the majority's path stands.</summary>
/// <param name="Path">Index into the checklist's paths.</param>
public sealed record Majority(int Path) : Verdict;

/// <summary>Tied or open items leave several paths.</summary>
/// <param name="Split">The fewest items that decide, and what each choice leads to.</param>
public sealed record Undecided(SplitResult Split) : Verdict;
