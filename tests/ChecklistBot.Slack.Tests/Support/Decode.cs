using System.Text;
using ChecklistBot.Slack.Protocol;

namespace ChecklistBot.Slack.Tests.Support;

/// <summary>Decoding as the endpoints do it, from text.</summary>
internal static class Decode
{
    public static readonly SlackIdentity Bot = new("T111", "U222", "B222");

    public static SlackInbound Event(string json, SlackIdentity? bot = null)
    {
        using var document = JsonReading.Parse(Encoding.UTF8.GetBytes(json));
        return EventDecoder.Decode(document!.RootElement, bot ?? Bot);
    }

    public static SlackInbound Interaction(string json)
    {
        using var document = JsonReading.Parse(Encoding.UTF8.GetBytes(json));
        return InteractionDecoder.Decode(document!.RootElement);
    }

    public static SlackInbound Command(string form) => CommandDecoder.Decode(FormFields.Parse(Encoding.UTF8.GetBytes(form))!, new BotNames(Bot.BotUserId));
}
