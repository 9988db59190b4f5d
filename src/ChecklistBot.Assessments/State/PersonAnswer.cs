namespace ChecklistBot.Assessments.State;

/// <summary>The newest answer of one person to one item.</summary>
/// <param name="Person">The person's number within the tenant.</param>
/// <param name="Option">Option id or <see cref="Answers.NotSure"/>.</param>
public sealed record PersonAnswer(int Person, string Option);
