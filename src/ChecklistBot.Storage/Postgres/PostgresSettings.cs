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
        return builder.Build();
    }
}
