using System.Collections.Concurrent;

namespace ChecklistBot.Delivery;

/// <summary>Spreads a tenant's edits, so that no more go out in any minute than its platform bears.</summary>
internal sealed class EditBudget(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Spent> tenants = new();

    /// <summary>Takes one edit; otherwise says how long to wait. Everyone who waits gets a place of their own, so that each comes back once.</summary>
    public bool TryTake(string tenant, int? perMinute, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (perMinute is not { } most)
            return true;
        var spent = tenants.GetOrAdd(tenant, _ => new Spent());
        lock (spent.Gate)
        {
            var now = time.GetTimestamp();
            while (spent.Times.Count > 0 && time.GetElapsedTime(spent.Times[0], now) >= Window)
                spent.Times.RemoveAt(0);
            if (spent.Times.Count < most)
            {
                spent.Times.Add(now);
                // Whoever waited and came back in vain has left no trace: with room to spare nobody waits.
                spent.Waiting = spent.Times.Count < most ? 0 : Math.Max(0, spent.Waiting - 1);
                return true;
            }

            var place = spent.Waiting++;
            wait = Window - time.GetElapsedTime(spent.Times[place % most], now) + (Window * (place / most));
            return false;
        }
    }

    private sealed class Spent
    {
        public Lock Gate { get; } = new();

        /// <summary>When the edits of the last minute went out, oldest first; at most as many as a minute bears.</summary>
        public List<long> Times { get; } = [];

        public int Waiting { get; set; }
    }
}
