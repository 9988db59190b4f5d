namespace ChecklistBot.Rules;

/// <summary>Holds when its part does not: <c>{"not":…}</c>.</summary>
/// <param name="Part">What must not hold.</param>
public sealed record NotCondition(Condition Part) : Condition;
