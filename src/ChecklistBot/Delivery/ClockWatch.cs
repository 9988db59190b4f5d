namespace ChecklistBot.Delivery;

/// <summary>Notices when the wall clock is set back, by the monotonic clock that never is.</summary>
internal sealed class ClockWatch(TimeProvider time)
{
    /// <summary>Less is how clocks are kept right, and makes nobody wait that would notice.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private DateTimeOffset wall = time.GetUtcNow();
    private long steady = time.GetTimestamp();

    /// <summary>How far the clock was set back since the last look; zero where it was not.</summary>
    public TimeSpan Back()
    {
        // The process may be held up between two readings. In this order that looks like a clock set forward, never like one set back.
        var before = time.GetTimestamp();
        var now = time.GetUtcNow();
        var back = time.GetElapsedTime(steady, before) - (now - wall);
        wall = now;
        steady = time.GetTimestamp();
        return back >= Least ? back : TimeSpan.Zero;
    }
}
