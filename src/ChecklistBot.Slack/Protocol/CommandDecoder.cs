using System.Text.Json;

namespace ChecklistBot.Slack.Protocol;

/// <summary>Slash commands: form fields over HTTP, the same names as a JSON object of texts over a socket.</summary>
internal static class CommandDecoder
{
    public static SlackInbound Decode(FormFields form, BotNames bot) => Decode(form.One, bot);

    public static SlackInbound Decode(JsonElement payload, BotNames bot) => Decode(name => payload.Text(name), bot);

    private static SlackInbound Decode(Func<string, string?> field, BotNames bot)
    {
        string? Id(string name) => JsonReading.AsId(field(name));

        if (Tenancy.OfCommand(field) is not { } tenant)
            return new MalformedPayload("The command names no workspace.");
        if (Id("channel_id") is not { } channel || Id("user_id") is not { } user)
            return new MalformedPayload("The command names no channel or no person.");
        if (Id("trigger_id") is not { } trigger)
            return new MalformedPayload("The command has no trigger id.");

        return new TextReceived(
            new SlackPlace(tenant, channel),
            new SlackPerson(user, Id("team_id"), field("user_name")),
            TextSource.SlashCommand,
            SlackText.Decode(field("text") ?? "", bot),
            DedupeKey.Of("command", tenant, trigger))
        {
            TriggerId = trigger,
            ResponseUrl = field("response_url"),
        };
    }
}
