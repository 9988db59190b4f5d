namespace ChecklistBot.Assessments.Commands;

/// <summary>A command with the assessment it names.</summary>
/// <param name="Command">What is asked.</param>
/// <param name="Number">The number typed as <c>#3</c>; null when none was.</param>
/// <param name="Id">The assessment that a tapped button carries; null when typed.</param>
/// <param name="Typed">The words, kept so that a question can carry them on; empty when tapped, unless the button is such a question's.</param>
public sealed record Instruction(Command Command, int? Number = null, AssessmentId? Id = null, string Typed = "");
