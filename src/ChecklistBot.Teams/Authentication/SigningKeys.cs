namespace ChecklistBot.Teams.Authentication;

/// <summary>
/// The published keys at hand. They are downloaded at first need, again each day, and when a token names a key that is not there; that
/// last at most once in five minutes, so that made-up key ids cannot make the bot hammer the platform. A failed download keeps
/// the old keys. Downloads never overlap.
/// </summary>
public sealed class SigningKeys : IDisposable
{
    /// <summary>How long downloaded keys are good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>The least time between two downloads for unknown key ids.</summary>
    public static readonly TimeSpan ForcedInterval = TimeSpan.FromMinutes(5);

    /// <summary>The least time between two attempts after a failure while there are no keys at all; with old ones it is <see cref="ForcedInterval"/>.</summary>
    public static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(5);

    private readonly ISigningKeySource source;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim gate = new(1, 1);

    private volatile Snapshot? current;
    private DateTimeOffset failedAt = DateTimeOffset.MinValue;
    private DateTimeOffset forcedAt = DateTimeOffset.MinValue;

    /// <param name="source">Downloads the keys.</param>
    /// <param name="time">Measures ages.</param>
    public SigningKeys(ISigningKeySource source, TimeProvider time)
    {
        this.source = source;
        this.time = time;
    }

    /// <summary>Finds a key by its id.</summary>
    /// <returns>The key, or null where the platform publishes none of that id; whether any keys are at hand at all.</returns>
    public async ValueTask<(SigningKey? Key, bool AreKnown)> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var before = current;
        if (before is not null && IsFresh(before) && before.Keys.TryGetValue(keyId, out var key)) return (key, true);

        await RenewAsync(before, cancellationToken);
        var after = current;
        return after is null ? (null, false) : (after.Keys.GetValueOrDefault(keyId), true);
    }

    /// <summary>Whether any keys are at hand, after a download where there were none.</summary>
    public async ValueTask<bool> AreAtHandAsync(CancellationToken cancellationToken)
    {
        if (current is null) await RenewAsync(before: null, cancellationToken);
        return current is not null;
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    // Downloads unless somebody else just did, or it is too early to ask again.
    private async Task RenewAsync(Snapshot? before, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!ReferenceEquals(current, before)) return;
            var now = time.GetUtcNow();
            if (now - failedAt < (before is null ? RetryInterval : ForcedInterval)) return;
            if (before is not null && IsFresh(before))
            {
                if (now - forcedAt < ForcedInterval) return;
                forcedAt = now;
            }

            // The download serves everyone who waits, so the caller's own impatience must not end it; the client bounds its time.
            var keys = await source.DownloadAsync(CancellationToken.None);
            if (keys is null) failedAt = now;
            else current = new Snapshot(keys, now);
        }
        finally
        {
            gate.Release();
        }
    }

    private bool IsFresh(Snapshot snapshot) => time.GetUtcNow() - snapshot.At < Lifetime;

    private sealed record Snapshot(IReadOnlyDictionary<string, SigningKey> Keys, DateTimeOffset At);
}
