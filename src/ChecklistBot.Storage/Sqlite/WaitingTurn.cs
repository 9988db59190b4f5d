using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>A turn in the queue of the one writer.</summary>
internal sealed class WaitingTurn(TurnInHand turn)
{
    // Those who wait go on with their own threads: the writer must not run their work between two commits.
    private readonly TaskCompletionSource kept = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Whoever leads does the work of others: what these log and trace is theirs all the same.
    private readonly ExecutionContext? context = ExecutionContext.Capture();

    /// <summary>Ends after the commit, or with the reason why there was none.</summary>
    public Task Kept => kept.Task;

    public bool IsGivenUp => turn.CancellationToken.IsCancellationRequested;

    /// <summary>Does the work within the transaction that is open.</summary>
    public Task RunAsync(Session session)
    {
        if (context is null)
            return turn.RunAsync(session);
        var running = Task.CompletedTask;
        ExecutionContext.Run(context, _ => running = turn.RunAsync(session), null);
        return running;
    }

    public void Succeed() => kept.SetResult();

    public void GiveUp() => kept.SetCanceled(turn.CancellationToken);

    public void Fail(Exception why)
    {
        if (why is OperationCanceledException && IsGivenUp)
            GiveUp();
        else
            kept.SetException(why);
    }
}
