using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Web.Requests;

/// <summary>What a form says.</summary>
/// <param name="Utterance">Null when there is a problem.</param>
/// <param name="Key">Tells two uses of one page's token apart.</param>
/// <param name="Problem">Why it says nothing; null when it does.</param>
/// <param name="Draft">Typed words, to put back into the box when the turn fails.</param>
internal sealed record Reading(Utterance? Utterance, string Key, Problem? Problem = null, string Draft = "")
{
    public static Reading Failed(Problem problem, string draft = "") => new(null, "", problem, draft);
}
