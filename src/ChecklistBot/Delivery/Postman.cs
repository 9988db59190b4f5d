using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;
using ChecklistBot.Telemetry;

namespace ChecklistBot.Delivery;

/// <summary>Brings the messages of one conversation to their wanted state, one call at a time and in order.</summary>
internal sealed class Postman(
    IAssessmentStore store,
    DeliveryDesk desk,
    DeliveryMetrics metrics,
    Tracing tracing,
    TimeProvider time,
    ILogger<Postman> logger)
{
    /// <summary>Delivers what is due now in a conversation that this copy has just claimed: its calls never overlap.</summary>
    public async Task DeliverAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        var claimed = time.GetTimestamp();
        using var visit = tracing.Visit(key);
        var (next, pending) = await store.WriteAsync((transaction, cancel) => desk.NextAsync(transaction, key, justShown: null, cancel), cancellationToken);
        while (next is { } call)
        {
            if (time.GetElapsedTime(claimed) > DeliveryClaim.KeepAfter)
            {
                // Another copy took over what seemed dead: from here on it delivers.
                if (!await store.KeepClaimAsync(key, cancellationToken))
                    return;
                claimed = time.GetTimestamp();
            }

            var outcome = await DeliverAsync(visit, call, cancellationToken);
            if (time.GetElapsedTime(claimed) > DeliveryClaim.OfTheDead
                && await store.WriteAsync((transaction, cancel) => desk.IsOvertakenAsync(transaction, call, outcome, cancel), CancellationToken.None))
                return;
            (next, pending) = await KeepAsync(call, outcome, cancellationToken);
        }

        visit.Pending = pending;
    }

    /// <summary>Prolongs the claim for as long as a call takes: with a token, a second try and a link it may take longer than a claim lasts.</summary>
    private async Task<DeliveryOutcome> HeldAsync(ConversationKey key, Task<DeliveryOutcome> call)
    {
        while (!call.IsCompleted)
        {
            using var enough = new CancellationTokenSource();
            if (await Task.WhenAny(call, Task.Delay(DeliveryClaim.KeepAfter, time, enough.Token)) != call)
                await TryKeepClaimAsync(key);
            await enough.CancelAsync();
        }

        return await call;
    }

    private async Task TryKeepClaimAsync(ConversationKey key)
    {
        try
        {
            await store.KeepClaimAsync(key, CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // What is written after the call says so; until then nobody else can take over either.
        }
    }

    /// <summary>Has nothing tried again in a conversation before a while has passed, since something in it cannot be prepared.</summary>
    public Task RestAsync(ConversationKey key, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async (transaction, cancel) =>
            {
                await desk.RestAsync(transaction, key, cancel);
                return true;
            },
            cancellationToken);

    /// <summary>Writes how a call went together with finding the next; on its own where the next cannot be prepared, so that nothing is posted twice.</summary>
    private async Task<(PreparedDelivery? Next, int Pending)> KeepAsync(PreparedDelivery call, DeliveryOutcome outcome, CancellationToken stoppingToken)
    {
        try
        {
            return await store.WriteAsync(
                async (transaction, cancel) =>
                {
                    await desk.SaveAsync(transaction, call, outcome, cancel);
                    // Told to stop: what comes next is for the next start.
                    if (stoppingToken.IsCancellationRequested)
                        return (null, 1);
                    return await desk.NextAsync(transaction, call.Message.Conversation, outcome is Delivered ? call.Message.Number : null, cancel);
                },
                CancellationToken.None);
        }
        catch (Exception fault) when (fault is not StorageUnavailableException)
        {
            await store.WriteAsync(
                async (transaction, cancel) =>
                {
                    await desk.SaveAsync(transaction, call, outcome, cancel);
                    return true;
                },
                CancellationToken.None);
            if (fault is not StaleAssessmentException)
                throw;
            // Somebody was in the way: what comes next is found at the next visit.
            return (null, 1);
        }
    }

    private async Task<DeliveryOutcome> DeliverAsync(TracedVisit visit, PreparedDelivery call, CancellationToken cancellationToken)
    {
        var (channel, message, step) = (call.Channel, call.Message, call.Step);
        using var span = visit.Delivery(channel.Platform, DeliveryMetrics.NameOf(step));
        var outcome = await HeldAsync(message.Conversation, CallAsync(call, cancellationToken));
        metrics.Count(channel.Platform, step, outcome, time.GetUtcNow() - message.Due, message.Attempts);
        span?.SetTag("checklistbot.outcome", DeliveryMetrics.NameOf(outcome));
        if (outcome is Unknown unknown)
            Log.DeliveryUncertain(logger, channel.Platform, step, unknown.What);
        if (outcome is Refused refused)
            Log.DeliveryRefused(logger, channel.Platform, step, refused.Reason);
        return outcome;
    }

    private async Task<DeliveryOutcome> CallAsync(PreparedDelivery call, CancellationToken cancellationToken)
    {
        var (channel, conversation, message) = (call.Channel, call.Conversation, call.Message);
        var outgoing = new OutgoingMessage(message.Number, call.Card, message.Broadcast);

        // Cut off in the middle, nobody would know whether it arrived, and a post would be made a second time.
        using var patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var stopping = cancellationToken.Register(() => patience.CancelAfter(Pauses.CallWhileStopping));
        return call.Step switch
        {
            DeliveryStep.None => new Delivered(message.PlatformId ?? ""),
            DeliveryStep.Post => await channel.PostAsync(conversation, outgoing, patience.Token),
            DeliveryStep.Edit => await channel.EditAsync(conversation, message.PlatformId!, outgoing, patience.Token),
            DeliveryStep.Pin => await channel.PinAsync(conversation, message.PlatformId!, outgoing, patience.Token),
            DeliveryStep.Unpin => await channel.UnpinAsync(conversation, message.PlatformId!, outgoing, patience.Token),
            _ => throw new InvalidOperationException($"No call is written for {call.Step}."),
        };
    }
}
