namespace ChecklistBot.Slack.Turns;

/// <summary>Waits for the Web API no longer than an acknowledgement can bear.</summary>
internal static class Bounded
{
    /// <summary>The result, or nothing when it is not there in time; the work itself goes on.</summary>
    public static async Task<T?> OrNothingAsync<T>(this Task<T> work, TimeSpan most, TimeProvider time, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(work, Task.Delay(most, time, patience.Token));
        await patience.CancelAsync();
        return first == work ? await work : null;
    }
}
