using System.Collections.Immutable;

namespace ChecklistBot.Assessments.Agreement;

/// <summary>Answers that lead to a path whatever the other deciding items come to.</summary>
/// <param name="Answers">The items that it takes, by their index among the deciders, each with the options of which any will do.</param>
public sealed record Way(ImmutableArray<(int Decider, ImmutableArray<int> Options)> Answers);
