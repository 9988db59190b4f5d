using System.Data.Common;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage.Relational;

/// <summary>What every SQL database does the same way: a turn is a transaction, a read is a snapshot.</summary>
public abstract class RelationalStore : IAssessmentStore
{
    /// <summary>One turn in so many removes expired dedupe keys; see <see cref="Tables.SeenTable.TidyAsync"/> for how many.</summary>
    internal const int TurnsBetweenTidying = 64;

    private readonly DeliverySignal signal = new();
    private long turns;

    private protected RelationalStore(Dialect dialect) => Dialect = dialect;

    /// <summary>Raised after each commit that left something to deliver.</summary>
    public IDeliverySignal Signal => signal;

    private protected Dialect Dialect { get; }

    public abstract Task MigrateAsync(CancellationToken cancellationToken);

    /// <remarks>Turns must not be nested: a turn within a turn would wait for itself.</remarks>
    public async Task<T> WriteAsync<T>(Func<IStoreTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        RelationalTransaction? transaction = null;
        var result = await UseAsync(
            write: true,
            async session =>
            {
                var tidies = Interlocked.Increment(ref turns) % TurnsBetweenTidying == 0;
                transaction = new RelationalTransaction(session, tidies);
                var kept = await work(transaction, cancellationToken);
                await transaction.TidyAsync(cancellationToken);
                if (transaction.BecamePending)
                    await AnnounceAsync(session, cancellationToken);
                return kept;
            },
            cancellationToken);

        if (transaction is { BecamePending: true })
            Wake();
        await AfterTurnAsync(transaction is { ForgotSomeone: true });
        return result;
    }

    public Task<T> ReadAsync<T>(Func<IStoreReader, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        UseAsync(write: false, session => work(new RelationalReader(session), cancellationToken), cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>Tells other copies, once this transaction is kept, that something is left to deliver; nothing where there is one copy.</summary>
    private protected virtual Task AnnounceAsync(Session session, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Raises <see cref="Signal"/>.</summary>
    private protected void Wake() => signal.Raise();

    /// <summary>A connection for one turn or read, alone until it is returned.</summary>
    private protected abstract Task<Session> RentAsync(bool write, CancellationToken cancellationToken);

    /// <param name="session">What was rented.</param>
    /// <param name="write">As it was rented.</param>
    /// <param name="broken">Whether its connection must not be used again.</param>
    private protected abstract ValueTask ReturnAsync(Session session, bool write, bool broken);

    /// <summary>Runs after a turn was kept; must not fail it.</summary>
    /// <param name="forgotSomeone">Whether a name was removed, which then must not survive outside the tables either.</param>
    private protected abstract Task AfterTurnAsync(bool forgotSomeone);

    private async Task<T> UseAsync<T>(bool write, Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            var session = await RentAsync(write, cancellationToken);
            var broken = true;
            try
            {
                var result = await WithinAsync(session, write, work, cancellationToken);
                broken = false;
                return result;
            }
            catch (Exception exception) when (exception is not DbException)
            {
                broken = false;
                throw;
            }
            finally
            {
                await ReturnAsync(session, write, broken);
            }
        }
        catch (DbException exception) when (write && Dialect.IsConflict(exception))
        {
            throw new StaleAssessmentException("Another copy of the bot was in the way of this turn.", exception);
        }
        catch (DbException exception) when (Dialect.WhyUnavailable(exception) is { } why)
        {
            throw new StorageUnavailableException(why, exception);
        }
    }

    private static async Task<T> WithinAsync<T>(Session session, bool write, Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        await session.BeginAsync(write, cancellationToken);
        var kept = false;
        try
        {
            var result = await work(session);
            // Not cancellable: a commit that was begun is waited for, so that the answer always tells the truth.
            await session.CommitAsync();
            kept = true;
            return result;
        }
        finally
        {
            if (!kept)
                await session.RollbackAsync();
        }
    }
}
