namespace ChecklistBot.Tests.Harness;

/// <summary>Waits for what another process will do, looking often and giving up late.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The first value that is as wanted; the last one seen when patience ends, for the assertion to show.</summary>
    public static Task<T> BecomesAsync<T>(Func<T> look, Func<T, bool> isWanted) => BecomesAsync(() => Task.FromResult(look()), isWanted);

    /// <summary>The same where looking itself takes a while.</summary>
    public static async Task<T> BecomesAsync<T>(Func<Task<T>> look, Func<T, bool> isWanted)
    {
        using var timer = new PeriodicTimer(Between);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        var value = await look();
        try
        {
            while (!isWanted(value))
            {
                await timer.WaitForNextTickAsync(limit.Token);
                value = await look();
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
        }

        return value;
    }
}
