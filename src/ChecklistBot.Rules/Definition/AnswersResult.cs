using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>What reading an answers file gave.</summary>
/// <param name="IsList">True for a list of answer sets, false for a single one.</param>
/// <param name="Sets">In the order of the file; empty where there are findings.</param>
/// <param name="Findings">Everything that is wrong with the file.</param>
public sealed record AnswersResult(bool IsList, ImmutableArray<AnswerSet> Sets, ImmutableArray<Finding> Findings);
