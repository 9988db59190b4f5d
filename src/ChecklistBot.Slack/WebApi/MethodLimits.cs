using System.Collections.Concurrent;

namespace ChecklistBot.Slack.WebApi;

/// <summary>
/// Slack's limits, kept on our side so that a 429 stays rare (docs.slack.dev, "Rate limits"): per method and workspace, and
/// for posts also per channel. A 429 closes its method for as long as Slack says. All of it by the clock that nobody can set: a wall
/// clock set back would close everything until it came round.
/// </summary>
internal sealed class MethodLimits(TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Nine tenths of what the tier allows, so that our clock and Slack's may differ a little.</summary>
    private const int Tier2 = 18, Tier3 = 45, Tier4 = 90, Hundreds = 270;

    private readonly ConcurrentDictionary<string, Window> windows = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TimeSpan> closed = new(StringComparer.Ordinal);
    private readonly long start = time.GetTimestamp();

    /// <summary>Since the start.</summary>
    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Takes a turn now; or how long to wait until one is free.</summary>
    public TimeSpan Take(string workspace, string method, string? channel)
    {
        var now = Now;
        var key = $"{workspace} {method}";
        if (closed.TryGetValue(key, out var until))
        {
            if (until > now)
                return until - now;
            closed.TryRemove(key, out _);
        }

        if (channel is not null && method == "chat.postMessage")
        {
            // One a second a channel, bursts tolerated: ten in ten seconds.
            var wait = WindowOf($"{key} {channel}", 10, TimeSpan.FromSeconds(10)).Take(now);
            if (wait > TimeSpan.Zero)
                return wait;
        }

        var (count, span) = Allowance(method);
        return WindowOf(key, count, span).Take(now);
    }

    /// <summary>Slack answered 429: nobody of this workspace may call the method for that long.</summary>
    public void Close(string workspace, string method, TimeSpan wait) => closed[$"{workspace} {method}"] = Now + wait;

    private static (int Count, TimeSpan Span) Allowance(string method) => method switch
    {
        // Tier 1 in two SDKs and tier 3 in the reference: two sockets start together, then one in a few seconds.
        "apps.connections.open" => (2, TimeSpan.FromSeconds(5)),
        "pins.add" or "pins.remove" => (Tier2, Minute),
        "chat.update" or "conversations.join" or "conversations.info" => (Tier3, Minute),
        "chat.postEphemeral" or "views.open" or "views.update" or "users.info" => (Tier4, Minute),
        _ => (Hundreds, Minute),
    };

    private Window WindowOf(string key, int count, TimeSpan span)
    {
        // A workspace has many channels over the years: windows that have run out are dropped now and then.
        if (windows.Count > 1000)
        {
            var now = Now;
            foreach (var (old, window) in windows)
            {
                if (window.HasRunOut(now))
                    windows.TryRemove(old, out _);
            }
        }

        return windows.GetOrAdd(key, static (_, limit) => new Window(limit.count, limit.span), (count, span));
    }

    /// <summary>At most so many calls in any span of that length.</summary>
    private sealed class Window(int count, TimeSpan span)
    {
        private readonly Queue<TimeSpan> taken = new();

        public TimeSpan Take(TimeSpan now)
        {
            lock (taken)
            {
                while (taken.TryPeek(out var oldest) && oldest + span <= now)
                    taken.Dequeue();
                if (taken.Count >= count)
                    return taken.Peek() + span - now;
                taken.Enqueue(now);
                return TimeSpan.Zero;
            }
        }

        public bool HasRunOut(TimeSpan now)
        {
            lock (taken)
                return taken.All(at => at + span <= now);
        }
    }
}
