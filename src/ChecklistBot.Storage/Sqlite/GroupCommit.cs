using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>The one writer: takes the turns that wait together into one transaction and answers them after its commit, so that many turns
/// share one wait for the disk. While the disk is busy with a commit the next turns gather.</summary>
/// <remarks>Whoever comes while nobody writes leads, at once and on their own thread; what gathers meanwhile is done on another.</remarks>
/// <param name="connections">Where the writer is.</param>
/// <param name="whyFailed">The exception that stands for a failure of the database; null when it is a bug.</param>
internal sealed class GroupCommit(SqliteConnections connections, Func<DbException, Exception?> whyFailed)
{
    /// <summary>The first of a group waits for the work of all others.</summary>
    internal const int MostAtOnce = 64;

    private readonly Lock gate = new();
    private readonly Queue<WaitingTurn> waiting = new();
    private bool led;

    /// <summary>Returns once the turn is kept; throws when it is not.</summary>
    public async Task RunAsync(WaitingTurn turn)
    {
        bool leads;
        lock (gate)
        {
            waiting.Enqueue(turn);
            leads = !led;
            led = true;
        }

        if (leads)
            await LeadAsync();
        await turn.Kept;
    }

    private async Task LeadAsync()
    {
        try
        {
            await NextGroupAsync();
        }
        finally
        {
            if (IsMoreToDo())
                _ = Task.Run(LeadAsync);
        }
    }

    /// <summary>False hands the lead to whoever comes next.</summary>
    private bool IsMoreToDo()
    {
        lock (gate)
            return led = waiting.Count > 0;
    }

    private WaitingTurn? Take()
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var next))
            {
                if (!next.IsGivenUp)
                    return next;
                next.GiveUp();
            }

            return null;
        }
    }

    /// <summary>Every turn that it takes is answered, whatever happens.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "It is thrown where the turn came from.")]
    private async Task NextGroupAsync()
    {
        if (Take() is not { } first)
            return;
        SqliteSession session;
        try
        {
            session = await connections.RentWriterAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            first.Fail(Told(exception));
            return;
        }

        var group = new TurnGroup(session, Told);
        try
        {
            for (var next = first; next is not null; next = group.Count < MostAtOnce && !group.IsBroken ? Take() : null)
                await group.AddAsync(next);
            await group.CommitAsync();
        }
        finally
        {
            await connections.ReturnWriterAsync(group.IsBroken);
        }
    }

    private Exception Told(Exception exception) => exception is DbException database ? whyFailed(database) ?? exception : exception;
}
