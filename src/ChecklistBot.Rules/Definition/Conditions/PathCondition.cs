using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>Holds when the rules chose one of the given paths: <c>{"path":["…"]}</c>.</summary>
/// <param name="Paths">Ids of paths; at least one.</param>
public sealed record PathCondition(ImmutableArray<string> Paths) : Condition;
