using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>Which copies live, where several share a database (PostgreSQL): each holds a lock on a connection that lasts as long as it does, and the
/// server sees at once when that connection ends with its process.</summary>
/// <remarks>Where a whole machine falls the server may hear nothing for long; then claims run out by themselves.</remarks>
internal static class CopyPresence
{
    // Shared: two copies whose names hash alike do not wait for each other.
    private const string Show = "SELECT pg_advisory_lock_shared(hashtextextended('checklistbot copy ' || @owner, 0)) IS NULL";

    // Rows that somebody has in hand are left: what they become is newer. There are as many claims as conversations in hand, a few a copy.
    private const string Shorten = $"""
        WITH clock AS MATERIALIZED ({ClaimTable.Clock}),
        others AS MATERIALIZED (SELECT DISTINCT copy FROM claims AS every WHERE copy <> @owner),
        dead AS MATERIALIZED (
            SELECT copy FROM others WHERE pg_try_advisory_xact_lock(hashtextextended('checklistbot copy ' || copy, 0))),
        left_over AS (
            SELECT every.tenant, every.conversation FROM claims AS every JOIN dead ON dead.copy = every.copy, clock
            WHERE every.until > clock.now + @grace FOR UPDATE OF every SKIP LOCKED)
        UPDATE claims AS c SET until = clock.now + @grace FROM left_over, clock
        WHERE c.tenant = left_over.tenant AND c.conversation = left_over.conversation
        """;

    /// <summary>Lets the others see that this copy lives for as long as the connection does, and makes up for what they did while it was not seen.
    /// Outside of any transaction.</summary>
    /// <param name="session">Of that connection.</param>
    /// <param name="owner">This copy.</param>
    /// <param name="held">What it has in hand. Claims that it could not give back are not among them: they run out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task ShowAsync(Session session, string owner, IEnumerable<ConversationKey> held, CancellationToken cancellationToken)
    {
        await session.Sql(Show).With("@owner", owner).ExistsAsync(cancellationToken);
        foreach (var key in held)
            await ClaimTable.KeepAsync(session, owner, key, cancellationToken);
    }

    /// <summary>Has the claims of copies that are not seen run out soon; returns whether there were any.</summary>
    public static async Task<bool> ShortenOfDeadAsync(Session session, string owner, CancellationToken cancellationToken)
    {
        await session.Sql(ClaimTable.Unhurried).LaterAsync(cancellationToken);
        return await session.Sql(Shorten)
            .With("@grace", (long)DeliveryClaim.OfTheDead.TotalMilliseconds)
            .With("@owner", owner)
            .ExecuteAsync(cancellationToken) > 0;
    }
}
