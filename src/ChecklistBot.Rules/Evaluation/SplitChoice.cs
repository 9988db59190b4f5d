using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>One way to settle the items that decide a split.</summary>
/// <param name="Options">Option indices, parallel to the deciders of the split.</param>
/// <param name="Paths">The paths that are then left: by the choice of the deciders exactly one.</param>
public sealed record SplitChoice(ImmutableArray<int> Options, ImmutableArray<int> Paths);
