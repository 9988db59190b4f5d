namespace ChecklistBot.Assessments.Cards;

/// <summary>A line of text that a button asks for.</summary>
/// <param name="Label">What to type.</param>
/// <param name="Value">What stands there at first.</param>
/// <param name="MaxLength">In UTF-16 units, for platforms that limit as one types; the core cuts by grapheme.</param>
public sealed record ButtonInput(string Label, string Value, int MaxLength);
