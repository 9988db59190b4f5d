using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>What a team's different answers leave possible.</summary>
/// <param name="Paths">Every path that some mix of the candidates leads to; one means that the difference does not change the result.</param>
/// <param name="Deciders">The fewest items whose settling leaves one path, in item order: split ones, and open ones where these matter too;
/// empty when there is one path anyway.</param>
/// <param name="Choices">Each combination of the deciders' candidates; empty when there are no deciders.</param>
public sealed record SplitResult(ImmutableArray<int> Paths, ImmutableArray<int> Deciders, ImmutableArray<SplitChoice> Choices);
