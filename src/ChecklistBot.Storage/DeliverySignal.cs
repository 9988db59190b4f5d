namespace ChecklistBot.Storage;

/// <summary>The signal within one process.</summary>
internal sealed class DeliverySignal : IDeliverySignal
{
    private readonly Lock gate = new();
    private readonly List<(DateTimeOffset Before, TaskCompletionSource<long> Source)> waiting = [];
    private long raised;

    public long Raised
    {
        get
        {
            lock (gate)
                return raised;
        }
    }

    public async Task<long> WaitAsync(long seen, DateTimeOffset before, CancellationToken cancellationToken)
    {
        // Waiters continue on their own threads: whoever committed a turn must not run their work.
        var source = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (raised > seen)
                return raised;
            waiting.Add((before, source));
        }

        try
        {
            return await source.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (gate)
                waiting.RemoveAll(waiter => waiter.Source == source);
        }
    }

    /// <param name="due">When the first of what became pending is due; <see cref="DateTimeOffset.MinValue"/> where that is not known.</param>
    public void Raise(DateTimeOffset due)
    {
        lock (gate)
        {
            raised++;
            foreach (var (before, source) in waiting)
                if (due < before)
                    source.TrySetResult(raised);
        }
    }
}
