namespace ChecklistBot.Rules;

/// <summary>Holds when a flag is raised: <c>{"flag":"…"}</c>.</summary>
/// <param name="Flag">A flag's id.</param>
public sealed record FlagCondition(string Flag) : Condition;
