using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>When messages are due, where the clock that says so was set back.</summary>
internal static class MessageClock
{
    /// <summary>When a message may go that is wanted anew. One that waits keeps its place in the queue and its
    /// back-off. Otherwise the pause after the last edit still holds, unless that edit lies in the future: then the clock was set back since, and
    /// the pause is over. (The second is for copies of the bot whose clocks differ a little.)</summary>
    public const string NextDue = $"CASE WHEN state = '{StoredWords.Pending}' OR (due > @now AND sent_at <= @now + 10000000) THEN due ELSE @now END";

    private const string Waiting = $"state = '{StoredWords.Pending}' AND due > @now";

    // In the order in which turns hold conversations, so that no two ever wait for each other.
    private const string Lock = $"""
        SELECT 1 FROM conversations AS c
        WHERE (c.tenant, c.conversation) IN (SELECT tenant, conversation FROM messages WHERE {Waiting})
        ORDER BY c.tenant, c.conversation
        """;

    private const string Follow = $"UPDATE messages SET due = due - @back WHERE {Waiting}";

    private const string Mend = $"UPDATE messages SET due = @now WHERE {Waiting} AND (due > @latest OR created_at > @soon OR sent_at > @soon)";

    /// <summary>How far the clocks of two copies may differ without one taking the other's words for words of the future.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    public static async Task<int> FollowAsync(Session session, DateTimeOffset now, TimeSpan back, CancellationToken cancellationToken)
    {
        await LockAsync(session, now, cancellationToken);
        return await session.Sql(Follow).With("@back", back.Ticks).With("@now", now).ExecuteAsync(cancellationToken);
    }

    public static async Task<int> MendAsync(Session session, DateTimeOffset now, TimeSpan longest, CancellationToken cancellationToken)
    {
        await LockAsync(session, now, cancellationToken);
        return await session.Sql(Mend)
            .With("@now", now)
            .With("@latest", now + longest)
            .With("@soon", now + Tolerance)
            .ExecuteAsync(cancellationToken);
    }

    private static Task LockAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.Dialect.ForUpdate.Length == 0
            ? Task.CompletedTask
            : session.Sql(Lock + session.Dialect.ForUpdate).With("@now", now).ListAsync(static _ => true, cancellationToken);
}
