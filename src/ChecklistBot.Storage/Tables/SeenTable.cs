using System.Security.Cryptography;
using System.Text;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>Turns that were handled, by the hash of their dedupe key: what platforms send as keys is nobody's business later.</summary>
internal static class SeenTable
{
    /// <summary>How many expired keys one tidying removes: several times as many as are claimed between two, so that none pile up.</summary>
    internal const int TidyAtMost = 512;

    private const string Find = "SELECT answer FROM seen WHERE tenant = @tenant AND hash = @hash AND expires > @now";

    // An expired key is as good as new; one that still holds was claimed by another copy since this turn looked.
    private const string Claim = """
        INSERT INTO seen (tenant, hash, answer, expires) VALUES (@tenant, @hash, @answer, @expires)
        ON CONFLICT (tenant, hash) DO UPDATE SET answer = excluded.answer, expires = excluded.expires WHERE seen.expires <= @now
        """;

    private const string Tidy = """
        DELETE FROM seen WHERE (tenant, hash) IN
            (SELECT tenant, hash FROM seen WHERE expires <= @now ORDER BY expires LIMIT @limit)
        """;

    private static readonly Overtaken Twice = new(Unchanged: "The same turn was kept by another copy of the bot in the meantime.");

    public static Task<string?> FindAsync(
        Session session,
        ConversationKey key,
        string dedupeKey,
        DateTimeOffset now,
        CancellationToken cancellationToken) =>
        session.Sql(Find)
            .WithTenant(key)
            .With("@hash", Hash(dedupeKey))
            .With("@now", now)
            .FirstAsync(static row => row.GetString(0), cancellationToken);

    public static Task ClaimAsync(
        Session session,
        ConversationKey key,
        string dedupeKey,
        string answer,
        DateTimeOffset now,
        DateTimeOffset expires,
        CancellationToken cancellationToken) =>
        session.Sql(Claim)
            .WithTenant(key)
            .With("@hash", Hash(dedupeKey))
            .With("@answer", answer)
            .With("@expires", expires)
            .With("@now", now)
            .LaterAsync(Twice, cancellationToken);

    public static Task TidyAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.Sql(Tidy).With("@now", now).With("@limit", TidyAtMost).LaterAsync(cancellationToken);

    private static byte[] Hash(string dedupeKey) => SHA256.HashData(Encoding.UTF8.GetBytes(dedupeKey));
}
