using System.Collections.Immutable;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.Protocol;

namespace ChecklistBot.Slack.Turns;

/// <summary>Puts what reached us from Slack into the core's words. An acknowledgement carries no card: what changed is edited afterwards.</summary>
internal static class TurnBuilder
{
    public static ConversationReference Conversation(SlackPlace place) => new(
        new ConversationKey(SlackChannel.Name, place.Tenant, place.Channel),
        place.IsDirect ? ConversationKind.Personal : place.Channel.StartsWith('G') ? ConversationKind.Group : ConversationKind.Channel,
        place.Thread);

    public static Turn Said(TextReceived text, PersonReference person) => new()
    {
        Conversation = Conversation(text.Place),
        Person = person,
        Utterance = new Said(text.Text, text.EditedKey is not null),
        DedupeKey = text.DedupeKey,
        WantsCard = false,
        EditedKey = text.EditedKey,
        EditedWritten = text.EditedKey is null ? null : SlackTime.Of(text.MessageTs),
        // A slash command leaves no message that an answer in the conversation could belong to.
        Replies = text.Source == TextSource.DirectMessage ? ReplyPlacement.InConversation : ReplyPlacement.ToPersonOnly,
    };

    public static Turn Pressed(ButtonPressed press, string action, PersonReference person) => new()
    {
        Conversation = Conversation(press.Place),
        Person = person,
        Utterance = new Tapped(action, press.IsEphemeral ? null : press.MessageTs),
        DedupeKey = press.DedupeKey,
        WantsCard = false,
        Replies = ReplyPlacement.ToPersonOnly,
    };

    public static Turn Sent(FormSubmitted form, SlackPlace place, Utterance utterance, PersonReference person) => new()
    {
        Conversation = Conversation(place),
        Person = person,
        Utterance = utterance,
        DedupeKey = form.DedupeKey,
        WantsCard = false,
        Replies = ReplyPlacement.ToPersonOnly,
    };

    public static Turn Welcomed(BotJoined joined, PersonReference person) => new()
    {
        Conversation = Conversation(joined.Place),
        Person = person,
        Utterance = new Welcomed(),
        DedupeKey = joined.DedupeKey,
        WantsCard = false,
        Replies = ReplyPlacement.InConversation,
    };

    public static ImmutableDictionary<string, string> Answers(FormSubmitted form) =>
        form.Values.ToImmutableDictionary(StringComparer.Ordinal);
}
