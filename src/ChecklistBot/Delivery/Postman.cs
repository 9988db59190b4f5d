using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage;
using ChecklistBot.Turns;

namespace ChecklistBot.Delivery;

/// <summary>Brings the messages of one conversation to their wanted state, one call at a time and in order.</summary>
internal sealed class Postman(
    IAssessmentStore store,
    Channels channels,
    Drawing drawing,
    EditBudget budget,
    DeliveryMetrics metrics,
    TimeProvider time,
    ILogger<Postman> logger)
{
    /// <summary>Delivers what is due now in a conversation that this copy has just claimed: its calls never overlap.</summary>
    public async Task DeliverAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        var claimed = time.GetTimestamp();
        var pending = await store.ReadAsync((reader, cancel) => reader.PendingAsync(key, cancel), cancellationToken);
        if (pending.Count == 0)
            return;
        var conversation = await store.ReadAsync((reader, cancel) => reader.FindConversationAsync(key, cancel), cancellationToken)
            ?? throw new InvalidDataException("A pending message has no conversation.");
        DateTimeOffset? blockedUntil = null;
        foreach (var message in pending)
        {
            if (time.GetElapsedTime(claimed) > DeliveryClaim.KeepAfter)
            {
                // Another copy took over what seemed dead: from here on it delivers.
                if (!await store.KeepClaimAsync(key, cancellationToken))
                    return;
                claimed = time.GetTimestamp();
            }

            var step = DeliverySteps.Next(message);
            if (channels.Of(key) is not { } channel)
                await PutOffAsync(message, time.GetUtcNow() + Pauses.PlatformOff, cancellationToken);
            else if (step == DeliveryStep.Post && blockedUntil is { } until)
                await PutOffAsync(message, until, cancellationToken);
            else if (message.Due <= time.GetUtcNow())
                blockedUntil = await DeliverAsync(channel, conversation, message, step, cancellationToken) ?? blockedUntil;
            else if (step == DeliveryStep.Post)
                blockedUntil = message.Due;
        }
    }

    /// <summary>Returns until when later posts must wait, so that people read messages in the order in which they were meant; null for not at all.</summary>
    private async Task<DateTimeOffset?> DeliverAsync(
        IChannel channel,
        ConversationReference conversation,
        Message message,
        DeliveryStep step,
        CancellationToken cancellationToken)
    {
        if (step == DeliveryStep.Edit && !budget.TryTake(message.Conversation.Tenant, channel.EditsPerMinute, out var wait))
        {
            await PutOffAsync(message, time.GetUtcNow() + wait, cancellationToken);
            return null;
        }

        var begun = DeliverySteps.Unchanged(message);
        if (step == DeliveryStep.Post && !channel.IsLocal)
        {
            begun = DeliverySteps.Begun(message, time.GetUtcNow());
            await SaveAsync(message, begun, cancellationToken);
        }

        var outcome = step == DeliveryStep.None
            ? new Delivered(message.PlatformId ?? "")
            : await CallAsync(channel, conversation with { Thread = message.Thread }, message, step, cancellationToken);
        metrics.Count(channel.Platform, step, outcome, time.GetUtcNow() - message.Due);
        if (outcome is Unknown unknown)
            Log.DeliveryUncertain(logger, channel.Platform, step, unknown.What);
        if (outcome is Refused refused)
            Log.DeliveryRefused(logger, channel.Platform, step, refused.Reason);
        var update = DeliverySteps.After(message, begun, step, outcome, channel.EditInterval, time.GetUtcNow());
        await SaveAsync(message, update, CancellationToken.None);

        // A pin need not wait out the pause between two edits.
        if (outcome is Delivered && step is (DeliveryStep.Post or DeliveryStep.Edit) && message.WantPinned != message.DeliveredPinned)
        {
            var shown = message with
            {
                PlatformId = update.PlatformId,
                Link = update.Link,
                DeliveredVersion = update.DeliveredVersion,
                Attempts = update.Attempts,
                Repeats = update.Repeats,
                SentAt = update.SentAt,
            };
            return await DeliverAsync(channel, conversation, shown, DeliverySteps.Next(shown), cancellationToken);
        }

        return step == DeliveryStep.Post && update.State == MessageState.Pending && update.PlatformId is null ? update.Due : null;
    }

    private async Task<DeliveryOutcome> CallAsync(
        IChannel channel,
        ConversationReference conversation,
        Message message,
        DeliveryStep step,
        CancellationToken cancellationToken)
    {
        var card = await store.ReadAsync((reader, cancel) => drawing.DrawAsync(reader, message, cancel), cancellationToken)
            ?? throw new InvalidDataException("Words of people are never delivered.");
        var outgoing = new OutgoingMessage(message.Number, card, message.Broadcast);
        return step switch
        {
            DeliveryStep.Post => await channel.PostAsync(conversation, outgoing, cancellationToken),
            DeliveryStep.Edit => await channel.EditAsync(conversation, message.PlatformId!, outgoing, cancellationToken),
            DeliveryStep.Pin => await channel.PinAsync(conversation, message.PlatformId!, outgoing, cancellationToken),
            DeliveryStep.Unpin => await channel.UnpinAsync(conversation, message.PlatformId!, outgoing, cancellationToken),
            _ => throw new InvalidOperationException($"No call is written for {step}."),
        };
    }

    private Task PutOffAsync(Message message, DateTimeOffset due, CancellationToken cancellationToken) =>
        message.Due >= due ? Task.CompletedTask : SaveAsync(message, DeliverySteps.Unchanged(message) with { Due = due }, cancellationToken);

    private Task<bool> SaveAsync(Message message, DeliveryUpdate update, CancellationToken cancellationToken) => store.WriteAsync(
        async (transaction, cancel) =>
        {
            await transaction.SaveDeliveryAsync(message.Conversation, message.Number, update, cancel);
            if (update.Link is not null && message.Link is null && message.Content is LiveContent or RecommendationContent)
                await MessageWishes.RedrawPointersAsync(transaction, message, time.GetUtcNow(), cancel);
            return true;
        },
        cancellationToken);
}
