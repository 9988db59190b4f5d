namespace ChecklistBot.Assessments.State;

/// <summary>Where an assessment is in its life.</summary>
public enum Phase
{
    Open,
    Finished,
    Cancelled,
}
