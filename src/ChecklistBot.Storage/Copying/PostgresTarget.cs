using System.Diagnostics.CodeAnalysis;
using ChecklistBot.Storage.Postgres;
using Npgsql;

namespace ChecklistBot.Storage.Copying;

/// <summary>An empty PostgreSQL database within one transaction, which keeps everybody else from writing there. Without
/// <see cref="CommitAsync"/> nothing of it remains, not even the tables that it made.</summary>
internal sealed class PostgresTarget : IAsyncDisposable
{
    /// <summary>Where the operator wrote the connection string: the word in the usage of the call.</summary>
    private const string WrittenIn = "CONNECTION";

    // A copy of any size may take its time; only somebody who holds the database is not waited for long.
    private const string Patience = """
        SET LOCAL lock_timeout = '5s'; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0
        """;

    private const string TableNames = "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()";

    private readonly NpgsqlDataSource source;
    private readonly PostgresMigration migration;
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;

    private PostgresTarget(NpgsqlConnectionStringBuilder settings)
    {
        settings.CommandTimeout = 0;
        source = PostgresSettings.Source(settings);
        migration = new PostgresMigration(source, settings, WrittenIn);
    }

    /// <summary>The database and its server, in words.</summary>
    public string Place => migration.Place;

    private NpgsqlConnection Connection => connection ?? throw new InvalidOperationException("The database is not open.");

    /// <exception cref="StoreException">Nothing can be copied there; the message says why.</exception>
    public static async Task<PostgresTarget> OpenAsync(
        string connectionString,
        IReadOnlyList<CopiedTable> tables,
        CancellationToken cancellationToken)
    {
        var target = new PostgresTarget(PostgresSettings.Parse(connectionString, WrittenIn));
        try
        {
            await target.PrepareAsync(tables, cancellationToken);
            return target;
        }
        catch (NpgsqlException exception)
        {
            var why = target.Why(exception);
            await target.DisposeAsync();
            throw why;
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes rows in the binary form of COPY: one at a time, whatever their number.</summary>
    public Task<NpgsqlBinaryImporter> BeginWriteAsync(CopiedTable table, CancellationToken cancellationToken) =>
        Connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)", cancellationToken);

    /// <summary>Reads back what the table holds now.</summary>
    public async Task<TableDigest> ReadAsync(CopiedTable table, CancellationToken cancellationToken)
    {
        // Letters in the order of their bytes, as the file has them, whatever language the database sorts by.
        var order = string.Join(", ", table.Key.Select(column => column.Kind == StoredKind.Text ? $"{column.Name} COLLATE \"C\"" : column.Name));
        using var hash = new RowHash(table);
        await using var command = Command($"SELECT {table.ColumnNames} FROM {table.Name} ORDER BY {order}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            hash.Add(reader);
        return hash.Digest();
    }

    /// <summary>Has the database check what it would only check at the commit.</summary>
    public Task CheckReferencesAsync(CancellationToken cancellationToken) => RunAsync("SET CONSTRAINTS ALL IMMEDIATE", cancellationToken);

    /// <summary>Keeps everything.</summary>
    public async Task<CopyOutcome> CommitAsync(IEnumerable<CopiedTable> tables, CancellationToken cancellationToken)
    {
        // Otherwise the planner would know nothing of the rows until the server finds time to look at them.
        await RunAsync($"ANALYZE {Names(tables)}", cancellationToken);
        try
        {
            await transaction!.CommitAsync(CancellationToken.None);
            return CopyOutcome.Kept;
        }
        catch (NpgsqlException exception) when (exception.SqlState is null)
        {
            return CopyOutcome.Unknown;
        }
    }

    /// <summary>The sentence for a failure.</summary>
    /// <param name="exception">What the library threw.</param>
    /// <param name="table">The table under way; null for none.</param>
    public StoreException Why(NpgsqlException exception, CopiedTable? table = null) => new(
        exception switch
        {
            PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } =>
                $"The database {Place} is being written by another program: stop every bot that runs on it and copy again.",
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
                $"The disk of the database {Place} is full: make room and copy again.",
            // Not its detail, which may show what is in the row.
            PostgresException { SqlState: ['2', '2' or '3', ..] or ['4', '2', ..] or ['P', '0', ..] } refusal when table is not null =>
                $"The database {Place} refuses a row of the table {table.Name} ({refusal.SqlState}: {refusal.MessageText}).",
            { SqlState: null or ['5', '7', ..] or ['0', '8', ..] } when table is not null =>
                $"The connection to the database {Place} broke at the table {table.Name}: copy again.",
            _ => migration.Sentence(exception),
        },
        exception);

    public async ValueTask DisposeAsync()
    {
        // A transaction that was not committed ends with its connection.
        if (connection is not null)
            await connection.DisposeAsync();
        await source.DisposeAsync();
    }

    private async Task PrepareAsync(IReadOnlyList<CopiedTable> tables, CancellationToken cancellationToken)
    {
        connection = await source.OpenConnectionAsync(cancellationToken);
        await migration.CheckAsync(connection, cancellationToken);
        transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(Patience, cancellationToken);
        await migration.UpgradeAsync(connection, cancellationToken);
        await CheckTablesAsync(tables, cancellationToken);
        await RunAsync($"LOCK TABLE {Names(tables)} IN EXCLUSIVE MODE", cancellationToken);
        foreach (var table in tables)
            await CheckEmptyAsync(table, cancellationToken);
    }

    private async Task CheckTablesAsync(IReadOnlyList<CopiedTable> tables, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>();
        await using var command = Command(TableNames);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            known.Add(reader.GetString(0));
        if (tables.FirstOrDefault(table => !known.Contains(table.Name)) is { } foreign)
            throw new StoreException($"The SQLite file holds the table {foreign.Name}, which is not of ChecklistBot: remove it and copy again.");
    }

    private async Task CheckEmptyAsync(CopiedTable table, CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT EXISTS (SELECT 1 FROM {table.Name})");
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
            throw new StoreException(
                $"The database {Place} holds something already (its table {table.Name} has rows), and a copy neither mixes nor overwrites: "
                + $"name an empty database in {WrittenIn}.");
    }

    private static string Names(IEnumerable<CopiedTable> tables) => string.Join(", ", tables.Select(table => table.Name));

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Constants, and names of the schema that were looked at.")]
    private NpgsqlCommand Command(string sql) => new(sql, Connection, transaction);
}
