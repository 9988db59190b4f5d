using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Records;

/// <summary>An assessment's state in a word or two, for lists.</summary>
internal static class StateWords
{
    public static string Of(AssessmentSummary one) => one.Phase switch
    {
        Phase.Cancelled => "cancelled",
        Phase.Open => one.DecidedAt is null ? "open" : $"revision {one.Revision} open",
        _ => one.Provisional ? "undecided" : "decided",
    };
}
