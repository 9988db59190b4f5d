namespace ChecklistBot.Assessments.State;

/// <summary>The team's answer of a split item.</summary>
/// <param name="Option">Option id.</param>
/// <param name="Person">Who settled it.</param>
public sealed record Settlement(string Option, int Person);
