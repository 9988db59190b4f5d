using System.Collections.Concurrent;

namespace ChecklistBot.Delivery;

/// <summary>Spreads a tenant's edits, so that no more go out in any minute than its platform bears.</summary>
internal sealed class EditBudget(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Queue<long>> sent = new();

    /// <summary>Takes one edit; otherwise says how long to wait for the next.</summary>
    public bool TryTake(string tenant, int? perMinute, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (perMinute is not { } most)
            return true;
        var times = sent.GetOrAdd(tenant, _ => new Queue<long>());
        lock (times)
        {
            var now = time.GetTimestamp();
            while (times.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= Window)
                times.Dequeue();
            if (times.Count < most)
            {
                times.Enqueue(now);
                return true;
            }

            wait = Window - time.GetElapsedTime(times.Peek(), now);
            return false;
        }
    }
}
