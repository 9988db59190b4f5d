namespace ChecklistBot.Rules;

/// <summary>The options given to the items of one compiled checklist; items may be open. It means nothing to another checklist or
/// another version, so it is never stored: store ids.</summary>
/// <param name="Code">The set's number in mixed radix: one digit an item, 0 for open, else the option's index and one. 0 is the empty
/// set.</param>
public readonly record struct AnswerSet(int Code);
