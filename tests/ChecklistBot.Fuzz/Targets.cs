using System.Collections.Frozen;
using System.Text;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Rules;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.SocketMode;
using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Fuzz;

/// <summary>Every parser of what comes from outside, from its bytes on. None may throw, whatever the bytes are; what each gives back keeps its promises.</summary>
internal static class Targets
{
    public static FrozenDictionary<string, Action<byte[]>> All { get; } = new Dictionary<string, Action<byte[]>>
    {
        ["teams-activity"] = TeamsActivity,
        ["slack-form"] = SlackForm,
        ["slack-event"] = bytes => SlackJson(bytes, root => EventDecoder.Decode(root, Given.Self)),
        ["slack-interaction"] = bytes => SlackJson(bytes, InteractionDecoder.Decode),
        ["slack-frame"] = SlackFrame,
        ["typed-text"] = bytes => Typed(Encoding.UTF8.GetString(bytes)),
        ["card-action"] = bytes => Action(Encoding.UTF8.GetString(bytes)),
        ["checklist-file"] = ChecklistBytes,
        ["answers-file"] = bytes => AnswersFile.Read(bytes, "answers.json", Given.Checklist),
    }.ToFrozenDictionary();

    private static void TeamsActivity(byte[] bytes)
    {
        if (!ActivityParser.TryParse(bytes, out var activity, out _))
            return;
        _ = IncomingReader.Read(activity);
        if (Envelope.TryRead(activity, out var envelope, out _))
        {
            Promise(Identifier.IsUsable(envelope.Conversation.Key.Id), "a conversation without a usable id");
            Promise(envelope.Person.Id.Length > 0, "a person without an id");
        }
    }

    private static void SlackForm(byte[] bytes)
    {
        if (FormFields.Parse(bytes) is not { } form)
            return;
        Known(CommandDecoder.Decode(form, Given.Bot));
        if (form.One("payload") is { } payload)
            SlackJson(Encoding.UTF8.GetBytes(payload), InteractionDecoder.Decode);
    }

    private static void SlackJson(byte[] bytes, Func<System.Text.Json.JsonElement, SlackInbound> decode)
    {
        using var document = Slack.Protocol.JsonReading.Parse(bytes);
        if (document is not null)
            Known(decode(document.RootElement));
    }

    private static void SlackFrame(byte[] bytes)
    {
        if (ChecklistBot.Slack.SocketMode.SocketFrame.Parse(bytes) is not EnvelopeFrame envelope)
            return;
        Promise(envelope.Id.Length > 0, "an envelope without an id");
        Known(envelope.Type switch
        {
            "events_api" => EventDecoder.Decode(envelope.Payload, Given.Self),
            "interactive" => InteractionDecoder.Decode(envelope.Payload),
            _ => CommandDecoder.Decode(envelope.Payload, Given.Bot),
        });
    }

    /// <summary>What was understood goes on as the handlers take it.</summary>
    private static void Known(SlackInbound inbound)
    {
        switch (inbound)
        {
            case TextReceived text:
                Promise(text.Place.Tenant.Length > 0 && text.Place.Channel.Length > 0, "words from nowhere");
                Typed(text.Text);
                break;
            case Slack.Protocol.ButtonPressed press:
                Promise(press.Place.Tenant.Length > 0, "a press from nowhere");
                _ = ActionIds.Read(press.ActionId, press.Value);
                Action(press.Value);
                break;
            case FormSubmitted form:
                Promise(ModalContext.Read(Given.Seal, form.Tenant, form.Person.UserId, form.Metadata) is null, "a seal that nobody made");
                break;
        }
    }

    private static void Typed(string text)
    {
        var instruction = Given.Words.Read(text);
        Promise(instruction.Id is null, "typed words name no id");
        Promise(instruction.Typed.Length <= Grammar.LongestLine, "a line longer than the longest");
    }

    private static void Action(string text)
    {
        _ = CardAction.OpeningOf(text);
        if (CardAction.Read(text, text, Given.Words) is { } instruction && text.Length > 0)
            Promise(text.Length <= CardAction.MaxLength, $"an action that is too long, read as {instruction.Command.GetType().Name}");
    }

    private static void ChecklistBytes(byte[] bytes)
    {
        var loaded = ChecklistFile.Load(bytes, "checklist.json");
        Promise(loaded.Checklist is not null || loaded.Findings.Any(), "neither a checklist nor a finding");
    }

    private static void Promise(bool isKept, string broken)
    {
        if (!isKept)
            throw new InvalidOperationException($"Broken promise: {broken}.");
    }
}
