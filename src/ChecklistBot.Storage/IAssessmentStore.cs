using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage;

/// <summary>Keeps assessments, messages to deliver, people and turns seen. Nothing of it knows the rules of the product.</summary>
public interface IAssessmentStore : IAsyncDisposable
{
    /// <summary>For how long this copy of the bot has not heard the others by now, which then hold it for dead; null while it hears them, and where there is
    /// one copy only.</summary>
    TimeSpan? DeafFor => null;

    /// <summary>Creates or upgrades the tables; called once before anything else.</summary>
    /// <exception cref="StoreException">The store cannot be used; the message says what to do.</exception>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Runs a turn in one transaction and returns after its commit. An exception from <paramref name="work"/> rolls all of it back.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was kept; or a database server was lost in the middle of the commit, and nobody knows.</exception>
    Task<T> WriteAsync<T>(Func<IStoreTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Reads a consistent view without waiting for writers.</summary>
    /// <exception cref="StorageUnavailableException">The store cannot be read now.</exception>
    Task<T> ReadAsync<T>(Func<IStoreReader, CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Takes conversations with something to deliver for this copy of the bot alone: of all copies that share the store no two ever
    /// deliver in the same conversation.</summary>
    /// <param name="now">Messages that are due by then count.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StorageUnavailableException">Nothing was claimed.</exception>
    Task<DueWork> ClaimDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        ClaimDueAsync(now, limit, DueFilter.Except(), cancellationToken);

    /// <summary>Does the same in some of the conversations: the rest is as if nothing was pending there.</summary>
    /// <param name="now">Messages that are due by then count.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="filter">Which conversations count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StorageUnavailableException">Nothing was claimed.</exception>
    Task<DueWork> ClaimDueAsync(DateTimeOffset now, int limit, DueFilter filter, CancellationToken cancellationToken);

    /// <summary>Prolongs a claim by <see cref="DeliveryClaim.Length"/>. False when it ran out and another copy has it.</summary>
    /// <exception cref="StorageUnavailableException">It was not prolonged.</exception>
    Task<bool> KeepClaimAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>Gives a claim back. What is still or again pending there can be claimed by anyone.</summary>
    /// <exception cref="StorageUnavailableException">It runs out by itself.</exception>
    Task ReleaseAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>Follows a clock that was set back: what waits until later than now has so much less to wait, so that nobody waits longer than was
    /// meant.</summary>
    /// <param name="now">By the clock as it is since.</param>
    /// <param name="back">By how much it was set back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StorageUnavailableException">Nothing was changed.</exception>
    Task FollowClockAsync(DateTimeOffset now, TimeSpan back, CancellationToken cancellationToken);

    /// <summary>Makes due what only a clock that was set back unseen can have made wait: what waits for longer than anything is ever made to wait,
    /// and what was wanted or sent later than now.</summary>
    /// <param name="now">By the present clock.</param>
    /// <param name="longest">The longest pause that there is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StorageUnavailableException">Nothing was changed.</exception>
    Task MendDueAsync(DateTimeOffset now, TimeSpan longest, CancellationToken cancellationToken);
}
