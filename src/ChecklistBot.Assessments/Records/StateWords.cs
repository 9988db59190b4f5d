using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Records;

/// <summary>An assessment's state in a word or two, for lists.</summary>
internal static class StateWords
{
    public static string Of(AssessmentSummary one) => one.Phase switch
    {
        Phase.Cancelled => one.DecidedAt is null ? "cancelled" : $"{Given(one)} (revision {one.Revision} cancelled)",
        Phase.Open => one.DecidedAt is null ? "open" : $"revision {one.Revision} open",
        _ => Given(one),
    };

    private static string Given(AssessmentSummary one) => one.Provisional ? "undecided" : "decided";
}
