namespace ChecklistBot.Assessments.State;

/// <summary>The newest answer of anyone.</summary>
public sealed record LatestAnswer(int Person, string Item, string Option);
