using System.Data.Common;
using ChecklistBot.Storage.Relational;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>What the connection string asks for, completed.</summary>
internal static class PostgresSettings
{
    /// <summary>More than the store has statements: each is prepared once a connection.</summary>
    private const int PreparedStatements = 100;

    /// <summary>One to listen, one for the delivery loop, a few for turns.</summary>
    private const int FewestConnections = 5;

    /// <summary>How long the server waits for a copy in the middle of a transaction, in milliseconds, before it ends that and lets go of what was held. A machine
    /// that fell, or the way to it, says nothing, and its turn would hold its conversation until the system finds out: by default after two hours.</summary>
    private const string LongestPause = "8000";

    /// <summary>How long a statement waits for what another transaction holds, in milliseconds: a little longer than the above, so that whoever waits for a
    /// machine that fell still gets through, and short enough that those who wait for one conversation do not take the connections of all others for long.</summary>
    private const string LongestWait = "10000";

    // What the operator wants for this connection, user or database stands. Not among the parameters of the connection's start: PgBouncer refuses those.
    private const string Limits = $"""
        SELECT set_config(name, longest, false)
        FROM (VALUES ('idle_in_transaction_session_timeout', '{LongestPause}'), ('lock_timeout', '{LongestWait}')) AS limits (name, longest)
        JOIN pg_settings USING (name)
        WHERE source NOT IN ('client', 'user', 'database', 'database user') AND (setting = '0' OR setting::bigint > longest::bigint)
        """;

    /// <summary>Where the operator writes it for the bot.</summary>
    public const string Key = "Storage:ConnectionString";

    /// <param name="text">A connection string.</param>
    /// <param name="writtenIn">Where it was written, for sentences.</param>
    /// <exception cref="StoreException">The text cannot be used; the message says why.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text, string writtenIn = Key)
    {
        try
        {
            var given = new DbConnectionStringBuilder { ConnectionString = text };
            var builder = new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrWhiteSpace(builder.Host))
                throw new StoreException(
                    $"{writtenIn} names no server: write for example \"Host=localhost;Database=checklistbot;Username=checklistbot\".");
            if (builder.Multiplexing)
                throw new StoreException($"{writtenIn} asks for Multiplexing, with which no copy can hear the others: leave it out.");
            if (builder is { Pooling: true, MaxPoolSize: < FewestConnections })
                throw new StoreException(
                    $"{writtenIn} allows {builder.MaxPoolSize} connections at once (Maximum Pool Size), and the bot listens on one all the time and needs "
                    + $"others for turns and deliveries: write {FewestConnections} or more, or leave it out for 100.");
            if (!given.ContainsKey("Max Auto Prepare"))
                builder.MaxAutoPrepare = PreparedStatements;
            if (string.IsNullOrEmpty(builder.ApplicationName))
                builder.ApplicationName = "ChecklistBot";
            // What each session is told once would be forgotten with every return to the pool. Nothing else of a session outlives a transaction but
            // what the listener does, and it takes care of that itself.
            builder.NoResetOnClose = true;
            // Of several that went together, which one failed says what that means.
            builder.IncludeFailedBatchedCommand = true;
            return builder;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw new StoreException(
                $"{writtenIn} cannot be read ({ConnectionStringFault.Of(text, static () => new NpgsqlConnectionStringBuilder())}): write for example "
                + "\"Host=localhost;Database=checklistbot;Username=checklistbot\".");
        }
    }

    /// <summary>Without the parts of the library that this store has no use for: less to load and to publish.</summary>
    public static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder settings)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableTransportSecurity();
        builder.UsePhysicalConnectionInitializer(static _ => throw new NotSupportedException("Connections are opened asynchronously."), LimitAsync);
        return builder.Build();
    }

    /// <summary>Once a connection, so that it costs no turn anything.</summary>
    private static async Task LimitAsync(NpgsqlConnection connection)
    {
        await using var limits = new NpgsqlCommand(Limits, connection) { CommandTimeout = connection.ConnectionTimeout };
        await limits.ExecuteNonQueryAsync();
    }
}
