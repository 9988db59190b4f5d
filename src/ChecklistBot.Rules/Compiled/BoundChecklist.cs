using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>The logic of a definition with indices for ids; what could not be resolved is unclear or negative.</summary>
internal sealed class BoundChecklist
{
    public required ImmutableArray<BoundCondition> Flags { get; init; }

    public required ImmutableArray<BoundCondition> Rules { get; init; }

    /// <summary>By rule: index of its path, negative where the file names no known one.</summary>
    public required ImmutableArray<int> RulePaths { get; init; }

    public required ImmutableArray<BoundCondition> Cautions { get; init; }

    /// <summary>By caution: its companion, or null.</summary>
    public required ImmutableArray<BoundCompanion?> Companions { get; init; }
}
