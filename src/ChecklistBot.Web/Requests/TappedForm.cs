using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Web.Requests;

/// <summary>The fields of <c>POST /tap</c>.</summary>
internal static class TappedForm
{
    public static readonly Problem UnknownButton = new(400, "No card of this room has that button. Type status to see the card as it is now.");

    public static Reading Read(Posted posted)
    {
        var action = posted["action"];
        if (!IsAction(action))
        {
            return Reading.Failed(UnknownButton);
        }

        var input = posted.Fields.ContainsKey("input") ? posted["input"] : null;
        return input?.Length > FormReading.MostText
            ? Reading.Failed(FormReading.TooLarge)
            : new Reading(new Tapped(action, MessageId: null, input), action);
    }

    /// <summary>Whether it can be an action at all: 1 to 600 visible ASCII characters.</summary>
    public static bool IsAction(string action) =>
        action.Length is > 0 and <= FormReading.MostAction && action.All(static c => c is > ' ' and < '\x7f');
}
