using System.Text.Json;

namespace ChecklistBot.Slack.Protocol;

/// <summary>Messages that people write to the bot: mentions in channels, and everything in its direct messages.</summary>
internal static class MessageDecoder
{
    public static SlackInbound Mention(JsonElement root, JsonElement message, BotNames bot) =>
        Decode(root, message, message.Id("channel"), TextSource.Mention, bot);

    /// <summary>
    /// Only direct messages: in channels the same words come as a mention, and answering both would answer twice. An edit
    /// comes as a message about a message.
    /// </summary>
    public static SlackInbound DirectMessage(JsonElement root, JsonElement inner, BotNames bot)
    {
        if (inner.Text("channel_type") != "im")
            return new NothingToDo("A message outside the bot's direct messages.");
        return inner.Text("subtype") switch
        {
            null or "file_share" or "thread_broadcast" =>
                Decode(root, inner, inner.Id("channel"), TextSource.DirectMessage, bot),
            "message_changed" when IsEdit(inner) =>
                Decode(root, inner.Member("message"), inner.Id("channel"), TextSource.DirectMessage, bot),
            _ => new NothingToDo("A message of a kind that people do not type."),
        };
    }

    /// <summary>Slack also reports a change when it unfurls a link; then the words are the same.</summary>
    private static bool IsEdit(JsonElement inner) =>
        inner.Member("message").Member("edited").Id("ts") is not null
        && inner.Member("message").Text("text") != inner.Member("previous_message").Text("text");

    private static SlackInbound Decode(
        JsonElement root, JsonElement message, string? channel, TextSource source, BotNames bot)
    {
        if (IsBot(message, bot))
            return new NothingToDo("A bot's message.");
        if (Tenancy.OfEvent(root) is not { } tenant)
            return new MalformedPayload("The message names no workspace.");
        if (channel is null || message.Id("user") is not { } user || message.Id("ts") is not { } ts)
            return new MalformedPayload("The message names no channel, person or time.");

        var key = DedupeKey.Of("message", tenant, channel, ts);
        var edited = message.Member("edited").Id("ts");
        return new TextReceived(
            SlackPlace.Of(tenant, channel, message.Id("thread_ts"), ts),
            new SlackPerson(user, message.Id("user_team") ?? message.Id("team")),
            source,
            SlackText.Decode(message.Text("text") ?? "", bot),
            edited is null ? key : DedupeKey.Of("edit", tenant, channel, ts, edited))
        {
            MessageTs = ts,
            EditedKey = edited is null ? null : key,
        };
    }

    /// <summary>
    /// The bot's own messages must not answer themselves; other bots hold no answers. A message that was made through a
    /// <c>response_url</c> comes back under another bot's id: its profile names our app.
    /// </summary>
    private static bool IsBot(JsonElement message, BotNames bot) =>
        message.Text("bot_id") is not null
        || message.Member("bot_profile").ValueKind == JsonValueKind.Object
        || message.Text("app_id") is not null
        || (bot.Known is { } known && message.Text("user") == known);
}
