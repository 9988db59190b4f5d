namespace ChecklistBot.Rules;

/// <summary>Advice that is shown beside the path when its condition holds.</summary>
public sealed record CautionDefinition
{
    /// <summary>Unique among the cautions.</summary>
    public required string Id { get; init; }

    /// <summary>Tests items, flags, the path that the rules chose, and what another answer would change.</summary>
    public required Condition When { get; init; }

    /// <summary>As people read it.</summary>
    public required string Text { get; init; }

    /// <summary>A second path to think of; none for most cautions.</summary>
    public Companion? Companion { get; init; }
}
