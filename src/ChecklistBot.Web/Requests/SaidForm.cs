using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Web.Requests;

/// <summary>The fields of <c>POST /say</c>.</summary>
internal static class SaidForm
{
    private static readonly Problem Nothing = new(400, "Type something first, for example: start CRM to accounting.");

    public static Reading Read(Posted posted)
    {
        var text = posted["text"];
        if (text.Length > FormReading.MostText)
        {
            return Reading.Failed(FormReading.TooLarge);
        }

        return string.IsNullOrWhiteSpace(text)
            ? Reading.Failed(Nothing)
            : new Reading(new Said(text), text, Draft: text);
    }
}
