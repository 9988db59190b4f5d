using System.Collections.Immutable;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.AdaptiveCards;
using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Teams.Endpoint;

/// <summary>What was done in Teams, as the core's turns. Only the answer to a press carries a card.</summary>
internal static class Turns
{
    /// <summary>A message, or an edit of one. An edit has its message's id, so its own time makes it another turn.</summary>
    public static Turn Said(Envelope envelope, MessageArrived message, string? timestamp)
    {
        var key = KeyOf(envelope);
        var turn = TurnOf(envelope, new Said(message.Text, message.IsEdit)) with { WantsCard = false };
        return message.IsEdit
            ? turn with
            {
                DedupeKey = key is null ? null : $"{key}|{timestamp ?? message.Text}",
                EditedKey = key,
                EditedWritten = MessageTime.Of(envelope.ActivityId, timestamp),
            }
            : turn with { DedupeKey = key };
    }

    /// <summary>A tap that acts.</summary>
    public static Turn Tapped(Envelope envelope, ButtonPressed press, string action)
    {
        var data = press.Action.Data;
        var input = data.TryGetValue(TeamsAction.InputField, out var name) ? data.GetValueOrDefault(name) : null;
        return TurnOf(envelope, new Tapped(action, press.CardId, input)) with { DedupeKey = KeyOf(envelope) };
    }

    /// <summary>A look at the card as it is now; changes nothing, so a repeat needs no key.</summary>
    public static Turn Look(Envelope envelope, ButtonPressed press, string action) => TurnOf(envelope, new Tapped(action, press.CardId));

    /// <summary>The form of all items.</summary>
    public static Turn Sent(Envelope envelope, string action, IReadOnlyDictionary<string, string> fields) =>
        TurnOf(envelope, new Submitted(action, AnswersIn(fields))) with { DedupeKey = KeyOf(envelope), WantsCard = false };

    /// <summary>
    /// The first acquaintance. Teams tells of it twice (as an installation and as a member who joined), for a team perhaps in two
    /// channels: all of it is one turn.
    /// </summary>
    public static Turn Welcomed(Envelope envelope, string? teamId) => TurnOf(envelope, new Welcomed()) with
    {
        DedupeKey = $"welcome|{teamId ?? envelope.Conversation.Key.Id}",
        WantsCard = false,
    };

    private static Turn TurnOf(Envelope envelope, Utterance utterance) => new()
    {
        Conversation = envelope.Conversation,
        Person = envelope.Person,
        Utterance = utterance,
        Replies = envelope.Conversation.Kind == ConversationKind.Personal
            ? ReplyPlacement.InConversation
            : ReplyPlacement.InConversationWhenNeeded,
        PinsByPost = envelope.Conversation.Kind == ConversationKind.Channel,
    };

    private static string? KeyOf(Envelope envelope) =>
        envelope.ActivityId is { } id ? $"{envelope.Conversation.Key.Id}|{id}" : null;

    private static ImmutableDictionary<string, string> AnswersIn(IReadOnlyDictionary<string, string> fields) => fields
        .Where(field => field.Key.StartsWith(TeamsAction.FormInputPrefix, StringComparison.Ordinal) && field.Value.Length > 0)
        .ToImmutableDictionary(field => field.Key[TeamsAction.FormInputPrefix.Length..], field => field.Value, StringComparer.Ordinal);
}
