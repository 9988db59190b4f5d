using System.Collections.Immutable;

namespace ChecklistBot.Assessments.Agreement;

/// <summary>An option of an item with those who chose it.</summary>
/// <param name="Option">Index into the item's options.</param>
/// <param name="People">Person numbers in the order of their first answers; at least one.</param>
public sealed record OptionTally(int Option, ImmutableArray<int> People);
