using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;

namespace ChecklistBot.Tests.Health;

/// <summary>A store whose reading and writing can be taken away.</summary>
internal sealed class SwitchedStore(IAssessmentStore store) : IAssessmentStore
{
    public bool CanRead { get; set; } = true;

    public bool CanWrite { get; set; } = true;

    /// <summary>So many of the next turns are kept although their caller hears that nobody knows.</summary>
    public int LosesAnswers { get; set; }

    public TimeSpan? DeafFor { get; set; }

    public Task MigrateAsync(CancellationToken cancellationToken) => store.MigrateAsync(cancellationToken);

    public async Task<T> WriteAsync<T>(Func<IStoreTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (!CanWrite)
            throw new StorageUnavailableException("taken away");
        var result = await store.WriteAsync(work, cancellationToken);
        return LosesAnswers-- > 0 ? throw new StorageUnavailableException("lost in the middle of the commit") : result;
    }

    public Task<T> ReadAsync<T>(Func<IStoreReader, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        CanRead ? store.ReadAsync(work, cancellationToken) : throw new StorageUnavailableException("taken away");

    public Task<DueWork> ClaimDueAsync(DateTimeOffset now, int limit, DueFilter filter, CancellationToken cancellationToken) =>
        CanRead ? store.ClaimDueAsync(now, limit, filter, cancellationToken) : throw new StorageUnavailableException("taken away");

    /// <summary>How often a claim was prolonged.</summary>
    public int ClaimsKept { get; private set; }

    public Task<bool> KeepClaimAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        ClaimsKept++;
        return CanWrite ? store.KeepClaimAsync(key, cancellationToken) : throw new StorageUnavailableException("taken away");
    }

    public Task ReleaseAsync(ConversationKey key, CancellationToken cancellationToken) => store.ReleaseAsync(key, cancellationToken);

    public Task FollowClockAsync(DateTimeOffset now, TimeSpan back, CancellationToken cancellationToken) =>
        CanWrite ? store.FollowClockAsync(now, back, cancellationToken) : throw new StorageUnavailableException("taken away");

    public Task MendDueAsync(DateTimeOffset now, TimeSpan longest, CancellationToken cancellationToken) =>
        CanWrite ? store.MendDueAsync(now, longest, cancellationToken) : throw new StorageUnavailableException("taken away");

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
