using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;

namespace ChecklistBot.Delivery;

/// <summary>Claims conversations with something to deliver and sends the postman, several conversations at once, one call a conversation.</summary>
internal sealed class DeliveryLoop(
    IAssessmentStore store,
    IDeliverySignal signal,
    Postman postman,
    Hands hands,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<DeliveryLoop> logger) : BackgroundService
{
    /// <summary>How long to rest after the store could not be read.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait where another copy was in the way.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    /// <summary>Also without any signal the store is looked at so often: another copy of the bot may have died in the middle.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Between two looks at the store: while many people answer, one look finds what many turns have left. Nobody sees so short a while.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);

    private readonly Dictionary<ConversationKey, Task> underWay = [];
    private readonly ClockWatch clock = new(time);

    /// <summary>By how much the clock was set back since what waits in the store was last brought along.</summary>
    private TimeSpan back;

    /// <summary>Whether something may wait in the store because of a clock that was set back while nobody watched.</summary>
    private bool mends = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Services are told to stop one after another: a call that began only then could outlive the time that it has left.
        // Whoever says so must not wait until everybody has heard it: to call off a command, PostgreSQL's library first connects to a server that may be silent.
        using var stop = new CancellationTokenSource();
        await using var told = stoppingToken.Register(() => _ = stop.CancelAsync());
        await using var begun = lifetime.ApplicationStopping.Register(() => _ = stop.CancelAsync());
        await RunAsync(stop.Token);
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                // The machine's own clock: this spares its processor, and is no part of what anybody waits for.
                var looked = TimeProvider.System.GetTimestamp();
                var seen = signal.Raised;
                var pause = await DispatchAsync(stoppingToken);
                await WaitAsync(seen, pause, stoppingToken);
                var early = Breath - TimeProvider.System.GetElapsedTime(looked);
                if (early > TimeSpan.Zero)
                    await Task.Delay(early, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: what is under way is finished below, what is pending is kept.
        }

        await Task.WhenAll(underWay.Values);
    }

    /// <summary>Sends the postman to conversations that are due and nobody's yet. Returns how long nothing else will be due.</summary>
    private async Task<TimeSpan> DispatchAsync(CancellationToken stoppingToken)
    {
        foreach (var done in underWay.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToArray())
            underWay.Remove(done);
        try
        {
            await FollowClockAsync(stoppingToken);
            var now = time.GetUtcNow();
            var next = Earlier(await TakeAsync(now, stoppingToken), await ProbeAsync(now, stoppingToken));
            mends = next > now + Pauses.Longest;
            var pause = next is { } due && due <= now + Longest ? due > now ? due - now : Moment : Longest;
            return hands.Count(underWay.Keys).LookAgain is { } sooner && sooner < pause ? sooner : pause;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            // Whatever it is, the bot goes on answering, and looks again.
            Tell(fault);
            return Rest;
        }
    }

    /// <summary>Takes what is due where platforms answer. Returns when to look there again; null when only a visit that ends makes a look worth while.</summary>
    private async Task<DateTimeOffset?> TakeAsync(DateTimeOffset now, CancellationToken stoppingToken)
    {
        while (true)
        {
            var free = hands.Count(underWay.Keys);
            if (free.Limit == 0)
                return null;
            var work = await ClaimAsync(now, free.Limit, free.Others, stoppingToken);
            if (work.Claimed.Count < free.Limit)
                return work.Next;
            if (!free.IsTroubled)
                return null;
        }
    }

    /// <summary>Tries where platforms do not answer, a little at a time, so that it shows when they do. Returns when to look there again.</summary>
    private async Task<DateTimeOffset?> ProbeAsync(DateTimeOffset now, CancellationToken stoppingToken)
    {
        while (hands.Count(underWay.Keys).Probes is { } silent)
        {
            var work = await ClaimAsync(now, 1, silent, stoppingToken);
            if (work.Claimed.Count == 0)
                return work.Next;
        }

        return null;
    }

    private async Task<DueWork> ClaimAsync(DateTimeOffset now, int limit, DueFilter filter, CancellationToken stoppingToken)
    {
        // A server that says nothing must not hold up a stop; what is claimed after all becomes another copy's when this one is gone.
        var work = await store.ClaimDueAsync(now, limit, filter, stoppingToken).WaitAsync(stoppingToken);
        foreach (var key in work.Claimed)
            // A visit that outlived its claim is ended before the next begins.
            underWay[key] = underWay.TryGetValue(key, out var before) ? GiveBackAsync(before, key) : VisitAsync(key, stoppingToken);
        return work;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    /// <summary>Messages say when they are due by the wall clock: where that is set back they must come along, or they would wait for it.</summary>
    private async Task FollowClockAsync(CancellationToken stoppingToken)
    {
        back += clock.Back();
        if (back > TimeSpan.Zero)
        {
            await store.FollowClockAsync(time.GetUtcNow(), back, stoppingToken).WaitAsync(stoppingToken);
            Log.ClockSetBack(logger, back.TotalSeconds);
            back = TimeSpan.Zero;
        }

        if (mends)
            await store.MendDueAsync(time.GetUtcNow(), Pauses.Longest, stoppingToken).WaitAsync(stoppingToken);
        mends = false;
    }

    /// <summary>Waits for a signal, for a postman to come back, or for the next message to fall due.</summary>
    private async Task WaitAsync(long seen, TimeSpan pause, CancellationToken stoppingToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        List<Task> waits = [signal.WaitAsync(seen, time.GetUtcNow() + pause, ending.Token), Task.Delay(pause, time, ending.Token)];
        waits.AddRange(underWay.Values);
        await Task.WhenAny(waits);
        await ending.CancelAsync();
        stoppingToken.ThrowIfCancellationRequested();
    }

    private async Task VisitAsync(ConversationKey key, CancellationToken stoppingToken)
    {
        try
        {
            await DeliverAsync(key, stoppingToken);
        }
        finally
        {
            await ReleaseAsync(key);
        }
    }

    private async Task GiveBackAsync(Task before, ConversationKey key)
    {
        await before;
        await ReleaseAsync(key);
    }

    private async Task DeliverAsync(ConversationKey key, CancellationToken stoppingToken)
    {
        try
        {
            await postman.DeliverAsync(key, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop in the middle: a post that had begun is written down as such.
        }
        catch (StorageUnavailableException fault)
        {
            Log.DeliveryCannotRead(logger, fault);
            await Task.Delay(Rest, time, CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A bug in one conversation must not stop the deliveries of all others: it is logged, and tried again after a rest.
            Log.DeliveryFailed(logger, fault, key.Platform);
            await RestAsync(key, stoppingToken);
        }
    }

    /// <summary>Puts a conversation off in the store; where even that fails, by keeping it for a while, yet not longer than its claim lasts.</summary>
    private async Task RestAsync(ConversationKey key, CancellationToken stoppingToken)
    {
        try
        {
            await postman.RestAsync(key, CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Log.DeliveryFailed(logger, fault, key.Platform);
            await Task.Delay(DeliveryClaim.KeepAfter, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReleaseAsync(ConversationKey key)
    {
        try
        {
            await store.ReleaseAsync(key, CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // It runs out by itself.
            Tell(fault);
        }
    }

    private void Tell(Exception fault)
    {
        if (fault is StorageUnavailableException)
            Log.DeliveryCannotRead(logger, fault);
        else
            Log.DeliveryLoopFailed(logger, fault);
    }
}
