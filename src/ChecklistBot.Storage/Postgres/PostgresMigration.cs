using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ChecklistBot.Storage.Relational;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>Makes the database ready at start, or says in a sentence why it cannot be used.</summary>
/// <param name="source">Connects to it.</param>
/// <param name="settings">What was asked for.</param>
/// <param name="writtenIn">Where the operator wrote that, for sentences.</param>
internal sealed class PostgresMigration(
    NpgsqlDataSource source,
    NpgsqlConnectionStringBuilder settings,
    string writtenIn = PostgresSettings.Key)
{
    private const int OldestServer = 15;

    /// <summary>Any number that other users of the database do not lock: "CkBt" in ASCII.</summary>
    private const int Lock = 0x436B4274;

    // Another copy that upgrades is waited for, and a large table takes its time, whatever the limits of a turn are; whoever stops the bot ends it.
    private const string Patience = "SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0";

    /// <summary>The database and its server, in words.</summary>
    public string Place => $"{settings.Database ?? settings.Username} on {settings.Host}";

    /// <exception cref="StoreException">The database cannot be used.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await CheckAsync(connection, cancellationToken);
            await CheckSessionAsync(connection, cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await RunAsync(connection, Patience, cancellationToken);
            await UpgradeAsync(connection, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (NpgsqlException exception)
        {
            throw new StoreException(Sentence(exception), exception);
        }
    }

    /// <summary>Whether the server can keep what the bot needs kept.</summary>
    /// <exception cref="StoreException">It cannot.</exception>
    public async Task CheckAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        CheckServer(connection);
        await CheckCommitAsync(connection, cancellationToken);
    }

    /// <summary>Makes or upgrades the tables within a transaction that the caller has begun; until its end no other copy of the bot can start.</summary>
    /// <exception cref="StoreException">They are newer than this program.</exception>
    public async Task UpgradeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // Two copies that start at once must not both take the same step; a bot in another schema is none of their business.
        await RunAsync(connection, $"SELECT pg_advisory_xact_lock({Lock}, hashtext(COALESCE(current_schema(), '')))", cancellationToken);
        await RunAsync(connection, "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)", cancellationToken);
        var version = int.Parse(
            await TextAsync(connection, "SELECT COALESCE(MAX(version), 0)::text FROM schema_version", cancellationToken) ?? "0",
            CultureInfo.InvariantCulture);
        if (version > Schema.Version)
            throw new StoreException(
                $"The database {Place} was written by a newer ChecklistBot (its tables are at step {version}, this program knows {Schema.Version}): "
                + "run that version, or give this one the database as it was before the upgrade.");
        if (version < Schema.Version)
        {
            foreach (var statement in Schema.StatementsAfter(version, PostgresDialect.Instance))
                await RunAsync(connection, statement, cancellationToken);
            await RunAsync(connection, $"DELETE FROM schema_version; INSERT INTO schema_version VALUES ({Schema.Version})", cancellationToken);
        }
    }

    internal string Sentence(NpgsqlException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"The database {Place} does not let {settings.Username} in: check user and password in {writtenIn}.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"The database {Place} does not exist: create it (createdb) or name another in {writtenIn}.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"The database {Place} does not let {settings.Username} make tables: grant CREATE on its schema, or let the owner start the bot once.",
        PostgresErrorCodes.DiskFull => $"The database {Place} cannot be upgraded because the server's disk is full: make room and start again.",
        PostgresErrorCodes.ReadOnlySqlTransaction =>
            $"The database {Place} only lets itself be read: name the primary server in {writtenIn}.",
        null => $"The database {Place} does not answer ({exception.InnerException?.Message ?? exception.Message}): start the server or change "
            + $"Host and Port in {writtenIn}.",
        _ => $"The database {Place} cannot be used: {exception.Message}",
    };

    private void CheckServer(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw new StoreException(
                $"The database {Place} is PostgreSQL {connection.PostgreSqlVersion}: ChecklistBot needs {OldestServer} or newer.");
    }

    private async Task CheckCommitAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await TextAsync(connection, "SHOW synchronous_commit", cancellationToken) == "off")
            throw new StoreException(
                $"The database {Place} has synchronous_commit = off and could lose answers that people were told are kept: switch it on for "
                + $"the user {settings.Username} (ALTER ROLE … SET synchronous_commit = on).");
    }

    /// <summary>Whether each connection has a session of its own on the server, by which copies hear each other and see that they live. A pooler that lends
    /// sessions for a transaction gives one that rests to whoever asks next.</summary>
    private async Task CheckSessionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var session = await SessionAsync(connection, cancellationToken);
        await using var other = await source.OpenConnectionAsync(cancellationToken);
        await using var holding = await other.BeginTransactionAsync(cancellationToken);
        if (await SessionAsync(other, cancellationToken) == session || await SessionAsync(connection, cancellationToken) != session)
            throw new StoreException(
                $"The database {Place} is behind a pooler that lends a session for one transaction only (pool_mode = transaction in PgBouncer), so that "
                + $"copies of the bot could not hear each other: set pool_mode = session there, or name the server itself in {writtenIn}.");
    }

    private static Task<string?> SessionAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        TextAsync(connection, "SELECT pg_backend_pid()::text", cancellationToken);

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Constants of this program and numbers; CREATE TABLE takes no parameters.")]
    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "As above.")]
    private static async Task<string?> TextAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
