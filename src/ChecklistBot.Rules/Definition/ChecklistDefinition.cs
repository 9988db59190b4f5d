using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>What a checklist file says, as data. Every list is in the order of the file.</summary>
public sealed record ChecklistDefinition
{
    /// <summary>Stays the same over all versions of one checklist.</summary>
    public required string Id { get; init; }

    /// <summary>Any text; by custom three numbers, such as <c>1.0.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The question that the checklist settles.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence or two for those who meet it for the first time; may be empty.</summary>
    public required string Intro { get; init; }

    /// <summary>What is asked; at least one.</summary>
    public required ImmutableArray<ItemDefinition> Items { get; init; }

    /// <summary>What answers raise; rules and cautions build on them.</summary>
    public required ImmutableArray<FlagDefinition> Flags { get; init; }

    /// <summary>What can come out; at least one.</summary>
    public required ImmutableArray<PathDefinition> Paths { get; init; }

    /// <summary>The first that matches decides the path; at least one.</summary>
    public required ImmutableArray<RuleDefinition> Rules { get; init; }

    /// <summary>Advice beside the path.</summary>
    public required ImmutableArray<CautionDefinition> Cautions { get; init; }

    /// <summary>Examples that the checklist must get right.</summary>
    public required ImmutableArray<CaseDefinition> Cases { get; init; }

    /// <summary>SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.</summary>
    public required string ContentHash { get; init; }
}
