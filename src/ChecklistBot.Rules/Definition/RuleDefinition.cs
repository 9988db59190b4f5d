namespace ChecklistBot.Rules;

/// <summary>One row of the rules: the first whose condition holds decides.</summary>
public sealed record RuleDefinition
{
    /// <summary>Unique among the rules.</summary>
    public required string Id { get; init; }

    /// <summary>Tests items and flags.</summary>
    public required Condition When { get; init; }

    /// <summary>The id of the path it leads to.</summary>
    public required string Path { get; init; }
}
