namespace ChecklistBot.Assessments.Cards;

/// <summary>A question before a risky step.</summary>
/// <param name="Question">For example "Cancel #3?".</param>
/// <param name="Consequence">What happens, and how to undo it.</param>
/// <param name="Yes">The button that goes ahead; never just "OK".</param>
/// <param name="No">The button that does nothing.</param>
public sealed record ButtonConfirmation(string Question, string Consequence, string Yes, string No);
