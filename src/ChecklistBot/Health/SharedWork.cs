namespace ChecklistBot.Health;

/// <summary>
/// Work that all wait for together who want it at the same time. Nobody's impatience ends it: a store that hangs is asked once and not by every probe,
/// and calling a command off may itself take as long as connecting to a silent server.
/// </summary>
/// <param name="begin">Begins it; may block.</param>
internal sealed class SharedWork<T>(Func<Task<T>> begin)
{
    private readonly Lock gate = new();
    private Task<T>? underWay;

    /// <summary>What the work under way comes to, or new work.</summary>
    /// <param name="cancellationToken">Ends this wait, not the work.</param>
    public Task<T> JoinAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (underWay is null or { IsCompleted: true })
                underWay = Task.Run(begin, CancellationToken.None);
            return underWay.WaitAsync(cancellationToken);
        }
    }
}
