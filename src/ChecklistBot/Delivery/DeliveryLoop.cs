using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;

namespace ChecklistBot.Delivery;

/// <summary>Finds conversations with something to deliver and sends the postman, several conversations at once, one call a conversation.</summary>
internal sealed class DeliveryLoop(
    IAssessmentStore store,
    IDeliverySignal signal,
    Postman postman,
    TimeProvider time,
    ILogger<DeliveryLoop> logger) : BackgroundService
{
    /// <summary>Conversations under way at once: enough to hide a platform's slowness, few enough to bound memory.</summary>
    private const int MostAtOnce = 16;

    /// <summary>How long to rest after the store could not be read.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>Also without any signal the store is looked at so often: another copy of the bot may have died in the middle.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Dictionary<ConversationKey, Task> underWay = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var seen = signal.Raised;
                var wake = await DispatchAsync(stoppingToken);
                await WaitAsync(seen, wake, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: what is under way is finished below, what is pending is kept.
        }

        await Task.WhenAll(underWay.Values);
    }

    /// <summary>Sends the postman to every due conversation that he is not at yet. Returns when to look again.</summary>
    private async Task<DateTimeOffset> DispatchAsync(CancellationToken stoppingToken)
    {
        foreach (var done in underWay.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToArray())
            underWay.Remove(done);
        var now = time.GetUtcNow();
        try
        {
            var due = await store.ReadAsync((reader, cancel) => reader.DueConversationsAsync(now, MostAtOnce * 2, cancel), stoppingToken);
            foreach (var key in due.Where(key => !underWay.ContainsKey(key)).Take(MostAtOnce - underWay.Count))
                underWay[key] = VisitAsync(key, stoppingToken);
            var next = await store.ReadAsync((reader, cancel) => reader.NextDueAsync(cancel), stoppingToken);
            return next is { } soon && soon > now && soon < now + Longest ? soon : now + Longest;
        }
        catch (StorageUnavailableException fault)
        {
            Log.DeliveryCannotRead(logger, fault);
            return now + Rest;
        }
    }

    /// <summary>Waits for a signal, for a postman to come back, or for the next message to fall due.</summary>
    private async Task WaitAsync(long seen, DateTimeOffset wake, CancellationToken stoppingToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var pause = wake - time.GetUtcNow();
        List<Task> waits = [signal.WaitAsync(seen, ending.Token), Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, time, ending.Token)];
        waits.AddRange(underWay.Values);
        await Task.WhenAny(waits);
        await ending.CancelAsync();
        stoppingToken.ThrowIfCancellationRequested();
    }

    private async Task VisitAsync(ConversationKey key, CancellationToken stoppingToken)
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
            await Task.Delay(Pauses.UncertainPost, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
