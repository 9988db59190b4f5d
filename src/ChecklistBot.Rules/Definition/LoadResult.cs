using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>What loading a checklist file gave.</summary>
/// <param name="Checklist">Null exactly when there are findings.</param>
/// <param name="Findings">Everything that is wrong with the file, in the order of its lines.</param>
public sealed record LoadResult(CompiledChecklist? Checklist, ImmutableArray<Finding> Findings);
