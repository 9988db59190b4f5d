namespace ChecklistBot.Slack.Tests.Support;

/// <summary>How long a test waits for something that happens at once when all is well.</summary>
internal static class Patience
{
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    /// <summary>Waits for it to happen; fails when it never does.</summary>
    public static Task Patiently(this Task task) => task.WaitAsync(Long);

    /// <summary>Waits until it is so; fails when it never becomes so.</summary>
    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    /// <summary>Waits until it is so; fails when it never becomes so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Long);
        while (!await isSo())
            await Task.Delay(5, patience.Token);
    }
}
