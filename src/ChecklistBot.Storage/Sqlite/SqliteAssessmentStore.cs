using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>Everything in one SQLite file: the store of a single copy of the bot. Commits are on the disk when a turn returns.</summary>
public sealed class SqliteAssessmentStore : RelationalStore
{
    private readonly SqliteSettings settings;
    private readonly SqliteConnections connections;
    private readonly GroupCommit commits;
    private readonly SqliteClaims claims = new();
    private SqliteOccupancy? occupancy;
    private bool tracesLeft;

    /// <param name="connectionString">An ADO.NET connection string of Microsoft.Data.Sqlite; a relative path counts from the current folder.</param>
    /// <exception cref="StoreException">The connection string cannot be used; the message says why.</exception>
    public SqliteAssessmentStore(string connectionString)
        : base(SqliteDialect.Instance)
    {
        settings = SqliteSettings.Parse(connectionString);
        connections = new SqliteConnections(settings);
        commits = new GroupCommit(connections, failure => WhyFailed(failure, write: true));
    }

    /// <summary>The full path of the database file.</summary>
    public string Path => settings.Path;

    /// <summary>For tests: the statements prepared so far and the connections that use them.</summary>
    internal SqliteConnections Connections => connections;

    /// <inheritdoc/>
    /// <remarks>What is to be delivered is told apart within the process alone, so two bots would post everything twice.</remarks>
    public override bool TryOccupy() => (occupancy ??= SqliteOccupancy.TryTake(Path)) is not null;

    public override Task MigrateAsync(CancellationToken cancellationToken) => new SqliteMigration(settings).RunAsync(cancellationToken);

    public override Task<DueWork> ClaimDueAsync(DateTimeOffset now, int limit, DueFilter filter, CancellationToken cancellationToken) =>
        claims.ClaimAsync(
            (look, isLast) => UseAsync(write: false, session => MessageTable.QueueAsync(session, look, isLast, cancellationToken), cancellationToken),
            now,
            limit,
            filter);

    public override Task<bool> KeepClaimAsync(ConversationKey key, CancellationToken cancellationToken) => Task.FromResult(true);

    public override Task ReleaseAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        claims.Release(key);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await connections.DisposeAsync();
        occupancy?.Dispose();
    }

    private protected override Task KeepAsync(TurnInHand turn) => commits.RunAsync(new WaitingTurn(turn));

    private protected override async Task<Session> RentAsync(bool write, CancellationToken cancellationToken) =>
        write ? await connections.RentWriterAsync(cancellationToken) : await connections.RentReaderAsync(cancellationToken);

    private protected override ValueTask ReturnAsync(Session session, bool write, bool broken) =>
        write ? connections.ReturnWriterAsync(broken) : connections.ReturnReaderAsync((SqliteSession)session, broken);

    /// <remarks>A name that was overwritten in the tables still stands in the write-ahead log until that is written back and cut.</remarks>
    private protected override async Task AfterTurnAsync(bool forgotSomeone)
    {
        if (!forgotSomeone && !Volatile.Read(ref tracesLeft))
            return;

        Volatile.Write(ref tracesLeft, true);
        try
        {
            var session = await connections.RentWriterAsync(CancellationToken.None);
            try
            {
                var busy = await session.Sql("PRAGMA wal_checkpoint(TRUNCATE)").NumberAsync(CancellationToken.None);
                Volatile.Write(ref tracesLeft, busy != 0);
            }
            finally
            {
                await connections.ReturnWriterAsync(broken: false);
            }
        }
        catch (Exception exception) when (exception is SqliteException or StorageUnavailableException)
        {
            // The turn is kept whatever happens here, and must be answered so. The next turn tries again.
            Volatile.Write(ref tracesLeft, true);
        }
    }
}
