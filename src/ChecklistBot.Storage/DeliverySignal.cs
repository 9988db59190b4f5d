namespace ChecklistBot.Storage;

/// <summary>The signal within one process.</summary>
internal sealed class DeliverySignal : IDeliverySignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource<long> next = NewSource();
    private long raised;

    public long Raised
    {
        get
        {
            lock (gate)
                return raised;
        }
    }

    public Task<long> WaitAsync(long seen, CancellationToken cancellationToken)
    {
        lock (gate)
            return raised > seen ? Task.FromResult(raised) : next.Task.WaitAsync(cancellationToken);
    }

    public void Raise()
    {
        TaskCompletionSource<long> woken;
        long now;
        lock (gate)
        {
            now = ++raised;
            woken = next;
            next = NewSource();
        }

        woken.SetResult(now);
    }

    // Waiters continue on their own threads: whoever committed a turn must not run their work.
    private static TaskCompletionSource<long> NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
