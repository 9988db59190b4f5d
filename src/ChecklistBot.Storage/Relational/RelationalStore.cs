using System.Data.Common;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Tables;

namespace ChecklistBot.Storage.Relational;

/// <summary>What every SQL database does the same way: a turn is all or nothing, a read is a snapshot.</summary>
public abstract class RelationalStore : IAssessmentStore
{
    /// <summary>One turn in so many removes expired dedupe keys; see <see cref="SeenTable.TidyAsync"/> for how many.</summary>
    internal const int TurnsBetweenTidying = 64;

    private readonly DeliverySignal signal = new();
    private readonly StoreContext context;
    private long turns;

    private protected RelationalStore(Dialect dialect)
    {
        Dialect = dialect;
        context = new StoreContext(new KnownStates(), key => IsFollowed(key));
    }

    /// <summary>Whether anyone may read on in a conversation's stream of changes (<see cref="Message.Changed"/>); by default all of them.</summary>
    public Func<ConversationKey, bool> IsFollowed { get; init; } = static _ => true;

    /// <summary>Hears of each followed conversation in which another copy of the bot changed what is shown; of null where it may have been any of them.
    /// Must not wait.</summary>
    public Action<ConversationKey?> ChangedElsewhere { get; init; } = static _ => { };

    /// <summary>Raised after each commit that left something to deliver.</summary>
    public IDeliverySignal Signal => signal;

    public virtual TimeSpan? DeafFor => null;

    private protected Dialect Dialect { get; }

    /// <summary>Whether this bot may work on what is stored, until the store is disposed: not while another one does, where only one at a time can.</summary>
    public virtual bool TryOccupy() => true;

    public abstract Task MigrateAsync(CancellationToken cancellationToken);

    /// <remarks>Turns must not be nested: a turn within a turn would wait for itself.</remarks>
    public async Task<T> WriteAsync<T>(Func<IStoreTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var tidies = Interlocked.Increment(ref turns) % TurnsBetweenTidying == 0;
        var turn = new TurnInHand<T>(work, context, tidies, cancellationToken);
        try
        {
            await KeepAsync(turn);
        }
        catch (StorageUnavailableException)
        {
            // What comes back may be an older copy.
            context.States.Clear();
            throw;
        }

        turn.Kept();
        if (turn.PendingFrom is { } due)
            Wake(due);
        await AfterTurnAsync(turn.ForgotSomeone);
        return turn.Result;
    }

    public Task<T> ReadAsync<T>(Func<IStoreReader, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        UseAsync(write: false, session => work(new RelationalReader(session, context.States), cancellationToken), cancellationToken);

    public Task<DueWork> ClaimDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        ClaimDueAsync(now, limit, DueFilter.Except(), cancellationToken);

    public abstract Task<DueWork> ClaimDueAsync(DateTimeOffset now, int limit, DueFilter filter, CancellationToken cancellationToken);

    public abstract Task<bool> KeepClaimAsync(ConversationKey key, CancellationToken cancellationToken);

    public abstract Task ReleaseAsync(ConversationKey key, CancellationToken cancellationToken);

    public Task FollowClockAsync(DateTimeOffset now, TimeSpan back, CancellationToken cancellationToken) =>
        UseAsync(write: true, session => MessageClock.FollowAsync(session, now, back, cancellationToken), cancellationToken);

    public Task MendDueAsync(DateTimeOffset now, TimeSpan longest, CancellationToken cancellationToken) =>
        UseAsync(write: true, session => MessageClock.MendAsync(session, now, longest, cancellationToken), cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>Runs a turn and returns once it is kept; throws when it is not.</summary>
    private protected abstract Task KeepAsync(TurnInHand turn);

    /// <summary>Raises <see cref="Signal"/>.</summary>
    /// <param name="due">When the first of what became pending is due; <see cref="DateTimeOffset.MinValue"/> where that is not known.</param>
    private protected void Wake(DateTimeOffset due) => signal.Raise(due);

    /// <summary>The database went away, and what comes back may be an older copy.</summary>
    private protected void ForgetStates() => context.States.Clear();

    /// <summary>A connection for one transaction, alone until it is returned.</summary>
    private protected abstract Task<Session> RentAsync(bool write, CancellationToken cancellationToken);

    /// <param name="session">What was rented.</param>
    /// <param name="write">As it was rented.</param>
    /// <param name="broken">Whether its connection must not be used again.</param>
    private protected abstract ValueTask ReturnAsync(Session session, bool write, bool broken);

    /// <summary>Runs after a turn was kept; must not fail it.</summary>
    /// <param name="forgotSomeone">Whether a name was removed, which then must not survive outside the tables either.</param>
    private protected abstract Task AfterTurnAsync(bool forgotSomeone);

    /// <summary>The exception that stands for a failure of the database in front of callers; null when it is a bug.</summary>
    private protected Exception? WhyFailed(DbException exception, bool write)
    {
        if (write && Dialect.IsConflict(exception))
            return new StaleAssessmentException("Another copy of the bot was in the way of this turn.", exception);
        if (Dialect.WhyUnavailable(exception) is not { } why)
            return null;
        context.States.Clear();
        return new StorageUnavailableException(why, exception);
    }

    /// <summary>One piece of work in one transaction.</summary>
    private protected async Task<T> UseAsync<T>(bool write, Func<Session, Task<T>> work, CancellationToken cancellationToken)
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
        catch (DbException exception) when (WhyFailed(exception, write) is { } known)
        {
            throw known;
        }
        catch (StorageUnavailableException)
        {
            context.States.Clear();
            throw;
        }
    }

    private static async Task<T> WithinAsync<T>(Session session, bool write, Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        await session.BeginAsync(write, cancellationToken);
        var kept = false;
        try
        {
            var result = await work(session);
            // Once it was begun a commit is waited for, so that the answer always tells the truth.
            await session.CommitAsync(cancellationToken);
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
