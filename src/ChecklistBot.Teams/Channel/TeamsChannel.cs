using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.AdaptiveCards;
using ChecklistBot.Teams.Connector;
using ChecklistBot.Teams.Protocol;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Teams.Channel;

/// <summary>Delivers messages to Teams.</summary>
/// <param name="connector">The platform.</param>
/// <param name="links">Addresses of messages.</param>
/// <param name="pins">Pins in group chats; null where that is not switched on.</param>
/// <param name="time">For waits between the parts of a table.</param>
/// <param name="logger">Hears of a part that was not delivered.</param>
public sealed class TeamsChannel(ITeamsConnector connector, MessageLinks links, GraphPins? pins, TimeProvider time, ILogger<TeamsChannel> logger) : IChannel
{
    /// <summary>For all later parts of a table together.</summary>
    private static readonly TimeSpan LongestTable = TimeSpan.FromSeconds(10);

    /// <summary>A timer may go off a little before its time.</summary>
    private static readonly TimeSpan Surely = TimeSpan.FromMilliseconds(20);

    private const string KeptHere = "It is kept in the register: “pinned” shows it.";
    private const string ByHand = "To pin it at the top of this chat too, open the message's menu (…) and choose Pin.";
    private const string UnpinByHand = "To take it from the top of this chat, open the message's menu (…) and choose Unpin.";

    // Teams sometimes keeps a message without naming it; the first tap on the card names it.
    private static Unknown NotNamedYet => new("the platform has not named the message yet") { IsHeldBack = true };

    /// <inheritdoc/>
    public string Platform => Envelope.Platform;

    /// <inheritdoc/>
    public async Task<DeliveryOutcome> PostAsync(ConversationReference conversation, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var parts = TableParts.Of(message.Card);
        var (target, body) = (TargetOf(conversation), BodyOf(parts[0]));
        var outcome = IsRoot(conversation)
            ? await connector.StartThreadAsync(target, body, cancellationToken)
            : await connector.SendAsync(target, body, cancellationToken);
        if (parts.Length > 1 && outcome is Delivered { MessageId: { Length: > 0 } first })
            await GoOnAsync(IsRoot(conversation) ? TargetOf(conversation with { Thread = first }) : target, parts, cancellationToken);
        return await WithLinkAsync(outcome, conversation, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<DeliveryOutcome> EditAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (messageId.Length == 0) return NotNamedYet;
        // A post at the root of a channel is the first message of a thread of its own.
        var thread = IsRoot(conversation) ? conversation with { Thread = messageId } : conversation;
        var outcome = await connector.UpdateAsync(TargetOf(thread), messageId, BodyOf(TableParts.Of(message.Card)[0]), cancellationToken);
        return await WithLinkAsync(outcome, conversation, cancellationToken);
    }

    /// <summary>
    /// A real pin in group chats where Graph is allowed to; in channels, which have no pin for bots, the message is itself the post at the root
    /// that stands for the pin; elsewhere the register alone. The note never claims more than the client will show.
    /// </summary>
    public async Task<DeliveryOutcome> PinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) => conversation.Kind switch
        {
            _ when messageId.Length == 0 => NotNamedYet,
            ConversationKind.Channel when IsRoot(conversation) => new Delivered(
                messageId,
                Note: $"Teams lets no bot pin in a channel, so the recommendation stands there again as a post of its own. {KeptHere}"),
            ConversationKind.Group when pins is not null => await PinInChatAsync(conversation, messageId, cancellationToken),
            ConversationKind.Group => new Delivered(
                messageId,
                await links.OfAsync(conversation, messageId, cancellationToken),
                $"{KeptHere} {ByHand}"),
            _ => new Delivered(messageId, Note: KeptHere),
        };

    /// <inheritdoc/>
    public async Task<DeliveryOutcome> UnpinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (messageId.Length == 0) return NotNamedYet;
        if (conversation.Kind != ConversationKind.Group || pins is null) return new Delivered(messageId);
        var outcome = await pins.UnpinAsync(conversation.Key.Id, messageId, cancellationToken);
        return outcome is Refused refused ? new Refused($"{refused.Reason} {UnpinByHand}") : outcome;
    }

    /// <summary>A table that needs more than one message goes on below the first. That is there already: what becomes of the rest must not have it posted
    /// again, and must not take longer than a call may.</summary>
    private async Task GoOnAsync(TeamsTarget target, ImmutableArray<Card> parts, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(LongestTable, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            foreach (var part in parts.Skip(1))
            {
                DeliveryOutcome outcome;
                while ((outcome = await connector.SendAsync(target, BodyOf(part), ending.Token)) is Wait wait)
                    await Task.Delay(wait.After + Surely, time, ending.Token);
                if (outcome is not Delivered) logger.PartNotDelivered(outcome.GetType().Name);
            }
        }
        catch (OperationCanceledException)
        {
            logger.PartNotDelivered("out of time");
        }
    }

    private async Task<DeliveryOutcome> PinInChatAsync(ConversationReference conversation, string messageId, CancellationToken cancellationToken)
    {
        var link = await links.OfAsync(conversation, messageId, cancellationToken);
        return await pins!.PinAsync(conversation.Key.Id, messageId, cancellationToken) switch
        {
            Delivered => new Delivered(messageId, link, "Pinned at the top of this chat."),
            // The register has it in any case; a refusal stays one, so that no pin is claimed and “pin” has it tried again.
            Refused refused => new Refused($"{refused.Reason} {ByHand} {KeptHere}"),
            // The message was edited a moment ago, so it stands in the chat: it is Graph that does not find the chat or this id.
            Gone => new Refused($"Microsoft Graph does not know this message, so it is not pinned at the top. {ByHand} {KeptHere}"),
            var other => other,
        };
    }

    private async Task<DeliveryOutcome> WithLinkAsync(
        DeliveryOutcome outcome, ConversationReference conversation, CancellationToken cancellationToken) =>
        outcome is Delivered delivered
            ? delivered with { Link = await links.OfAsync(conversation, delivered.MessageId, cancellationToken) }
            : outcome;

    private static bool IsRoot(ConversationReference conversation) => conversation is { Kind: ConversationKind.Channel, Thread: null };

    private static byte[] BodyOf(Card card) => ConnectorBody.Message(card);

    private static TeamsTarget TargetOf(ConversationReference conversation)
    {
        var serviceUrl = TeamsAddress.TryParse(conversation.Address, out var address) ? address.ServiceUrl : "";
        return new TeamsTarget(
            serviceUrl, new ThreadAddress(conversation.Key.Id, conversation.Thread).ConversationId, conversation.Key.Tenant);
    }
}
