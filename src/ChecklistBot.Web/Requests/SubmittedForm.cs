using System.Collections.Immutable;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Web.Requests;

/// <summary>The fields of <c>POST /answers</c>: one <c>answer.ITEM</c> for each item that is answered.</summary>
internal static class SubmittedForm
{
    public const string Prefix = "answer.";

    public static Reading Read(Posted posted)
    {
        var action = posted["action"];
        if (!TappedForm.IsAction(action))
        {
            return Reading.Failed(TappedForm.UnknownButton);
        }

        var answers = posted.Fields.Keys
            .Where(static k => k.StartsWith(Prefix, StringComparison.Ordinal) && k.Length > Prefix.Length)
            .ToImmutableDictionary(static k => k[Prefix.Length..], k => posted[k], StringComparer.Ordinal);
        var key = string.Join('&', answers.OrderBy(static a => a.Key, StringComparer.Ordinal).Select(static a => $"{a.Key}={a.Value}"));
        return new Reading(new Submitted(action, answers), $"{action}:{key}");
    }
}
