using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>Which copy delivers in which conversation, where several share a database (PostgreSQL).</summary>
/// <remarks>A claim runs out by the server's clock, the only one that all copies share. One that lasts longer than any was ever made for
/// was made before that clock stepped back, and counts for nothing.</remarks>
internal static class ClaimTable
{
    /// <summary>So many messages are locked to find conversations; those that are claimed already do not count.</summary>
    private const int MostLooked = 256;

    internal const string Clock = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS now";

    private const string Live = """
        SELECT 1 FROM claims AS c, clock
        WHERE c.tenant = m.tenant AND c.conversation = m.conversation AND c.until > clock.now AND c.until <= clock.now + @length
        """;

    /// <summary>The conversation is in one of the given platforms or tenants.</summary>
    private const string Among = """
        (m.tenant = ANY(string_to_array(@places, chr(10))) OR split_part(m.tenant, ':', 1) = ANY(string_to_array(@places, chr(10))))
        """;

    // Copies that were woken together pass by what another one is just taking, instead of queueing for it.
    // Claims are written in order of their key, so that no two copies ever wait for each other.
    private const string BeginClaim = $"""
        WITH clock AS MATERIALIZED ({Clock}),
        waiting AS (
            SELECT m.tenant, m.conversation, m.due FROM messages AS m
            WHERE m.state = '{StoredWords.Pending}' AND m.due <= @now AND NOT EXISTS ({Live})
        """;

    private const string EndClaim = """

            ORDER BY m.due LIMIT @most FOR UPDATE OF m SKIP LOCKED),
        chosen AS (
            SELECT tenant, conversation, MIN(due) AS first FROM waiting
            GROUP BY tenant, conversation ORDER BY first, tenant, conversation LIMIT @limit),
        claimed AS (
            INSERT INTO claims AS c (tenant, conversation, copy, until)
            SELECT chosen.tenant, chosen.conversation, @owner, clock.now + @length FROM chosen, clock ORDER BY chosen.tenant, chosen.conversation
            ON CONFLICT (tenant, conversation) DO UPDATE SET copy = excluded.copy, until = excluded.until
            WHERE c.until <= excluded.until - @length OR c.until > excluded.until
            RETURNING c.tenant, c.conversation)
        SELECT chosen.tenant, chosen.conversation
        FROM chosen JOIN claimed ON claimed.tenant = chosen.tenant AND claimed.conversation = chosen.conversation
        ORDER BY chosen.first, chosen.tenant, chosen.conversation
        """;

    private const string Claim = BeginClaim + EndClaim;
    private const string ClaimAmong = BeginClaim + " AND " + Among + EndClaim;
    private const string ClaimElsewhere = BeginClaim + " AND NOT " + Among + EndClaim;

    private const string BeginNext = $"""
        WITH clock AS MATERIALIZED ({Clock})
        SELECT m.due FROM messages AS m
        WHERE m.state = '{StoredWords.Pending}' AND NOT EXISTS ({Live})
        """;

    private const string EndNext = " ORDER BY m.due LIMIT 1";
    private const string Next = BeginNext + EndNext;
    private const string NextAmong = BeginNext + " AND " + Among + EndNext;
    private const string NextElsewhere = BeginNext + " AND NOT " + Among + EndNext;

    // One that ran out is still ours as long as nobody took it.
    private const string Keep = $"""
        UPDATE claims SET until = clock.now + @length FROM ({Clock}) AS clock
        WHERE tenant = @tenant AND conversation = @conversation AND copy = @owner RETURNING 1
        """;

    private const string Release = "DELETE FROM claims WHERE tenant = @tenant AND conversation = @conversation AND copy = @owner";

    // A claim that a failing server forgets is made again. What is posted under it is written, and so flushed, after it.
    internal const string Unhurried = "SELECT set_config('synchronous_commit', 'off', true)";

    private static readonly long Length = (long)DeliveryClaim.Length.TotalMilliseconds;

    public static async Task<DueWork> ClaimAsync(
        Session session, string owner, DateTimeOffset now, int limit, DueFilter filter, CancellationToken cancellationToken)
    {
        var (claim, next) = filter switch
        {
            { IsOpen: true } => (Claim, Next),
            { IsOnly: true } => (ClaimAmong, NextAmong),
            _ => (ClaimElsewhere, NextElsewhere),
        };
        await session.Sql(Unhurried).LaterAsync(cancellationToken);
        var claiming = session.Sql(claim)
            .With("@length", Length)
            .With("@now", now)
            .With("@most", MostLooked)
            .With("@limit", limit)
            .With("@owner", owner);
        var looking = session.Sql(next).With("@length", Length);
        if (!filter.IsOpen)
        {
            claiming.With("@places", filter.Places);
            looking.With("@places", filter.Places);
        }

        var claimed = await claiming.ListAsync(static row => TenantText.Conversation(row.GetString(0), row.GetString(1)), cancellationToken);
        return new DueWork(claimed, await looking.NumberAsync(cancellationToken) is { } due ? Moments.Read(due) : null);
    }

    public static async Task<bool> KeepAsync(Session session, string owner, ConversationKey key, CancellationToken cancellationToken)
    {
        await session.Sql(Unhurried).LaterAsync(cancellationToken);
        return await session.Sql(Keep)
            .With("@length", Length)
            .WithTenant(key)
            .With("@conversation", key.Id)
            .With("@owner", owner)
            .ExistsAsync(cancellationToken);
    }

    public static async Task<bool> ReleaseAsync(Session session, string owner, ConversationKey key, CancellationToken cancellationToken)
    {
        await session.Sql(Unhurried).LaterAsync(cancellationToken);
        return await session.Sql(Release)
            .WithTenant(key)
            .With("@conversation", key.Id)
            .With("@owner", owner)
            .ExecuteAsync(cancellationToken) > 0;
    }
}
