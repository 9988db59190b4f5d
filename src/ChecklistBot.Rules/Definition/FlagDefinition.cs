namespace ChecklistBot.Rules;

/// <summary>A remark that answers raise and that rules and cautions may test.</summary>
public sealed record FlagDefinition
{
    /// <summary>Unique among the flags.</summary>
    public required string Id { get; init; }

    /// <summary>As people see it.</summary>
    public required string Label { get; init; }

    /// <summary>Tests items only.</summary>
    public required Condition When { get; init; }
}
