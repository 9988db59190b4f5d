using System.Text.Json;

namespace ChecklistBot.Slack.Protocol;

/// <summary>The body of the events address, or of an <c>events_api</c> envelope.</summary>
internal static class EventDecoder
{
    public static SlackInbound Decode(JsonElement root, SlackIdentity? identity) => root.Text("type") switch
    {
        "url_verification" => root.Text("challenge") is { Length: > 0 and < 1024 } challenge
            ? new UrlChallenge(challenge)
            : new MalformedPayload("The challenge is missing."),
        "event_callback" => DecodeEvent(root, root.Member("event"), BotNames.Of(root, identity)),
        "app_rate_limited" => new NothingToDo("Slack held back events: more than 30,000 in an hour."),
        null => new MalformedPayload("The event has no type."),
        _ => new NothingToDo("A delivery of an unknown type."),
    };

    private static SlackInbound DecodeEvent(JsonElement root, JsonElement inner, BotNames bot)
    {
        if (root.Id("event_id") is not { } eventId)
            return new MalformedPayload("The event has no id.");
        return inner.Text("type") switch
        {
            "app_mention" => MessageDecoder.Mention(root, inner, bot),
            "message" => MessageDecoder.DirectMessage(root, inner, bot),
            "member_joined_channel" => DecodeJoin(root, inner, eventId, bot),
            "app_uninstalled" => new InstallationEnded(Tenancy.OfEvent(root), "app_uninstalled"),
            "tokens_revoked" => DecodeRevocation(root, inner, bot),
            null => new MalformedPayload("The event says nothing."),
            _ => new NothingToDo("An event that the bot does not use."),
        };
    }

    private static SlackInbound DecodeJoin(JsonElement root, JsonElement inner, string eventId, BotNames bot)
    {
        if (!bot.Is(inner.Id("user")))
            return new NothingToDo("Somebody else joined.");
        return Tenancy.OfEvent(root) is { } tenant && inner.Id("channel") is { } channel
            ? new BotJoined(new SlackPlace(tenant, channel), inner.Id("inviter"), DedupeKey.Of("event", tenant, eventId))
            : new MalformedPayload("The arrival names no channel.");
    }

    /// <summary>The lists hold user ids, not tokens; a person's own token ends nothing for the bot.</summary>
    private static SlackInbound DecodeRevocation(JsonElement root, JsonElement inner, BotNames bot)
    {
        var bots = inner.Member("tokens").Member("bot");
        return bots.ValueKind == JsonValueKind.Array && bots.EnumerateArray().Any(entry => bot.Is(entry.Text()))
            ? new InstallationEnded(Tenancy.OfEvent(root), "tokens_revoked")
            : new NothingToDo("Tokens of others were revoked.");
    }
}
