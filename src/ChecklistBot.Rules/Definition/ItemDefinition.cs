using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>One question with one choice among its options.</summary>
public sealed record ItemDefinition
{
    /// <summary>Unique among the items.</summary>
    public required string Id { get; init; }

    /// <summary>As it is read aloud.</summary>
    public required string Question { get; init; }

    /// <summary>One line that helps to answer; may be empty.</summary>
    public required string Help { get; init; }

    /// <summary>At least one.</summary>
    public required ImmutableArray<OptionDefinition> Options { get; init; }
}
