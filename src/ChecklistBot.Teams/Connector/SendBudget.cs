using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ChecklistBot.Teams.Connector;

/// <summary>
/// The platform's published limits, kept on our side so that it never has to enforce them: messages to one thread, edits counted with
/// them, and all calls of a tenant. (Rate-limit page of its documentation: 7 a second, 8 in 2 s, 60 in 30 s, 1800 an hour; 50 a second for a tenant.)
/// </summary>
/// <param name="time">Measures the windows, by the clock that nobody can set: a wall clock set back would close every one of them until it came round.</param>
public sealed class SendBudget(TimeProvider time)
{
    private static readonly Window[] ThreadWindows =
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))];

    private static readonly Window[] TenantWindows = [new(50, TimeSpan.FromSeconds(1))];

    private const int SweepAbove = 1000;

    /// <summary>By a hash of who: each thread that was written to within the hour has one, and ids are long.</summary>
    private readonly ConcurrentDictionary<UInt128, Spending> spendings = new();
    private readonly Lock sweeping = new();
    private readonly long start = time.GetTimestamp();
    private int sweepAt = SweepAbove;

    /// <summary>How many threads and tenants are being counted.</summary>
    public int Count => spendings.Count;

    /// <summary>Since the start.</summary>
    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Takes one call out of the budget.</summary>
    /// <returns>Zero when the call may go now; else how long to wait before asking again, and nothing was taken.</returns>
    public TimeSpan Take(TeamsTarget target)
    {
        Sweep();
        var now = Now;
        var tenant = spendings.GetOrAdd(NameOf("tenant", target.TenantId), _ => new Spending(TenantWindows));
        var thread = ThreadOf(target);
        lock (thread)
        {
            var wait = thread.WaitAt(now);
            if (wait > TimeSpan.Zero) return wait;
            lock (tenant)
            {
                wait = tenant.WaitAt(now);
                if (wait > TimeSpan.Zero) return wait;
                tenant.Spend(now);
            }

            thread.Spend(now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>The platform has refused a call to this thread for so long: nothing goes there before that.</summary>
    public void Close(TeamsTarget target, TimeSpan wait)
    {
        var thread = ThreadOf(target);
        lock (thread) thread.Close(Now + wait);
    }

    private Spending ThreadOf(TeamsTarget target) =>
        spendings.GetOrAdd(NameOf("thread", target.TenantId, target.ConversationId), _ => new Spending(ThreadWindows));

    private static UInt128 NameOf(params ReadOnlySpan<string?> parts)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    // Threads that have been quiet for the longest window cost nothing to forget. Looking at all of them is rare: only when their
    // number has doubled since the last look.
    private void Sweep()
    {
        if (spendings.Count < sweepAt) return;
        lock (sweeping)
        {
            if (spendings.Count < sweepAt) return;
            var now = Now;
            foreach (var (name, spending) in spendings)
            {
                bool isIdle;
                lock (spending) isIdle = spending.IsIdleAt(now);
                if (isIdle) spendings.TryRemove(name, out _);
            }

            sweepAt = Math.Max(SweepAbove, spendings.Count * 2);
        }
    }

    private sealed record Window(int Calls, TimeSpan Length);

    private sealed class Spending(Window[] windows)
    {
        /// <summary>When, oldest first. Most threads are written to a few times an hour.</summary>
        private readonly List<TimeSpan> calls = new(2);
        private TimeSpan closedUntil;

        public TimeSpan WaitAt(TimeSpan now)
        {
            Forget(now);
            var wait = closedUntil > now ? closedUntil - now : TimeSpan.Zero;
            foreach (var window in windows)
            {
                if (calls.Count < window.Calls) continue;
                var free = calls[^window.Calls] + window.Length - now;
                if (free > wait) wait = free;
            }

            return wait;
        }

        public void Spend(TimeSpan now) => calls.Add(now);

        public void Close(TimeSpan until) => closedUntil = until > closedUntil ? until : closedUntil;

        public bool IsIdleAt(TimeSpan now)
        {
            Forget(now);
            return calls.Count == 0 && closedUntil <= now;
        }

        private void Forget(TimeSpan now)
        {
            var oldest = now - windows[^1].Length;
            var old = 0;
            while (old < calls.Count && calls[old] <= oldest) old++;
            if (old > 0) calls.RemoveRange(0, old);
        }
    }
}
