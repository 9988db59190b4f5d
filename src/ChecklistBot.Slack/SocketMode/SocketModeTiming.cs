namespace ChecklistBot.Slack.SocketMode;

/// <summary>The patience of Socket Mode.</summary>
internal sealed record SocketModeTiming
{
    /// <summary>How far the two connections stand apart, so that Slack never refreshes both at once.</summary>
    public TimeSpan Stagger { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A connection that has not said hello by then is given up.</summary>
    public TimeSpan Hello { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a replaced connection is still read and acknowledged on, if Slack does not close it sooner.</summary>
    public TimeSpan Retire { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long Slack may take to answer our closing frame before the connection is cut.</summary>
    public TimeSpan Close { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The first pause after a loss; each further one doubles.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The pause after <c>too_many_websockets</c>: long enough for half-open ones to die.</summary>
    public TimeSpan TooManyPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The rest after an answer that only a person in the app's settings can mend.</summary>
    public TimeSpan AfterRefusal { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long to wait before the successor is opened.</summary>
    /// <param name="end">Why it is needed.</param>
    /// <param name="failures">Attempts in a row without a hello, this one included.</param>
    /// <param name="jitter">From 0 to 1, so that copies of the bot do not come back in step.</param>
    public TimeSpan PauseBefore(SocketEnd end, int failures, double jitter) => end switch
    {
        SocketEnd.Refresh when failures == 0 => TimeSpan.Zero,
        SocketEnd.TooMany => TooManyPause * (1 + jitter),
        _ => TimeSpan.FromTicks((long)Math.Min(LongestPause.Ticks, FirstPause.Ticks * Math.Pow(2, Math.Clamp(failures - 1, 0, 30)))) * (0.5 + jitter / 2),
    };
}
