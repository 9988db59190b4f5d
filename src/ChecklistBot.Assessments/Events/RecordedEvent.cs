namespace ChecklistBot.Assessments.Events;

/// <summary>An event with who, when and its place.</summary>
/// <param name="Sequence">From 1, without gaps, within the assessment.</param>
/// <param name="At">The moment of the turn.</param>
/// <param name="Person">The person's number within the tenant.</param>
/// <param name="Event">What happened.</param>
public sealed record RecordedEvent(long Sequence, DateTimeOffset At, int Person, AssessmentEvent Event);
