using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>Holds when one part or more holds: <c>{"any":[…]}</c>.</summary>
/// <param name="Parts">At least one.</param>
public sealed record AnyCondition(ImmutableArray<Condition> Parts) : Condition;
