namespace ChecklistBot.Rules;

/// <summary>Stands where the file's condition could not be read, so that the rest can still be checked: it may hold or not.
/// Never part of a checklist that loads.</summary>
internal sealed record UnreadableCondition : Condition;
