namespace ChecklistBot.Rules;

/// <summary>Holds whatever the answers: <c>{}</c> in the file.</summary>
public sealed record AlwaysCondition : Condition;
