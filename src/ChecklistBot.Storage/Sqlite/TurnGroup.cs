using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>Turns in one transaction, each in a savepoint: one that fails leaves nothing and takes no other with it. When the commit fails
/// none is kept.</summary>
/// <param name="session">The writer, rented.</param>
/// <param name="told">The exception that callers get for one of the database's.</param>
internal sealed class TurnGroup(SqliteSession session, Func<Exception, Exception> told)
{
    private readonly List<WaitingTurn> done = [];

    /// <summary>Turns that wait for the commit.</summary>
    public int Count => done.Count;

    /// <summary>Whether the database reported a failure: the connection is closed after this group.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Does a turn's work; a failure is answered at once.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "It is thrown where the turn came from.")]
    public async Task AddAsync(WaitingTurn turn)
    {
        // Nothing stands before the first: undoing the whole transaction is its savepoint.
        var isFirst = done.Count == 0;
        try
        {
            await session.Sql(isFirst ? "BEGIN IMMEDIATE" : "SAVEPOINT turn").ExecuteAsync(CancellationToken.None);
            await turn.RunAsync(session);
            if (!isFirst)
                await session.Sql("RELEASE turn").ExecuteAsync(CancellationToken.None);
            done.Add(turn);
        }
        catch (Exception exception)
        {
            IsBroken |= exception is DbException;
            turn.Fail(told(exception));
            await UndoAsync(isFirst);
        }
    }

    /// <summary>Ends the transaction and answers every turn of it.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "It is thrown where the turns came from.")]
    public async Task CommitAsync()
    {
        if (done.Count == 0)
            return;
        try
        {
            await session.CommitAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            // What only a commit finds wrong, such as a row that points nowhere, cannot be laid at one turn's door: all may come again.
            var why = told(exception);
            FailAll(why is StorageUnavailableException ? why : new StorageUnavailableException("The database did not keep these turns.", exception));
            await GiveUpAsync();
            return;
        }

        foreach (var turn in done)
            turn.Succeed();
        done.Clear();
    }

    private async Task UndoAsync(bool isFirst)
    {
        if (isFirst)
        {
            await GiveUpAsync(IsBroken);
            return;
        }

        try
        {
            if (!session.IsInTransaction)
            {
                // After a full disk or a failing one SQLite may have undone everything by itself.
                FailAll(new StorageUnavailableException("The database undid what it had not yet kept."));
                return;
            }

            await session.Sql("ROLLBACK TO turn").ExecuteAsync(CancellationToken.None);
            await session.Sql("RELEASE turn").ExecuteAsync(CancellationToken.None);
        }
        catch (DbException exception)
        {
            // What this turn has left cannot be told from what others did: nothing of it is kept.
            FailAll(told(exception));
            await GiveUpAsync();
        }
    }

    private async Task GiveUpAsync(bool isBroken = true)
    {
        IsBroken = isBroken;
        try
        {
            await session.RollbackAsync();
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            // Everyone has been told already, and a connection that is closed undoes what it has not kept.
            IsBroken = true;
        }
    }

    private void FailAll(Exception why)
    {
        foreach (var turn in done)
            turn.Fail(why);
        done.Clear();
    }
}
