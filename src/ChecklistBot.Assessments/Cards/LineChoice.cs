namespace ChecklistBot.Assessments.Cards;

/// <summary>One option that people chose for an item.</summary>
/// <param name="OptionId">The option's id, or <see cref="Answers.NotSure"/>.</param>
/// <param name="Label">The option's label, or "Not sure".</param>
/// <param name="Count">How many people chose it, at least 1.</param>
/// <param name="People">Their names.</param>
public sealed record LineChoice(string OptionId, string Label, int Count, NameList People);
