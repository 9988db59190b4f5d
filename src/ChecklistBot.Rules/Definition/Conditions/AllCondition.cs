using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>Holds when every part holds: <c>{"all":[…]}</c>.</summary>
/// <param name="Parts">At least one.</param>
public sealed record AllCondition(ImmutableArray<Condition> Parts) : Condition;
