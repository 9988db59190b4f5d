using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChecklistBot.Load.Play;
using Npgsql;

namespace ChecklistBot.Load.Storage;

/// <summary>An empty database on a PostgreSQL server for one scenario, dropped afterwards.</summary>
internal sealed class ServerDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name = string.Create(CultureInfo.InvariantCulture, $"load_{Guid.NewGuid():n}");
    private readonly DistantServer? distance;

    private ServerDatabase(string server, DistantServer? distance)
    {
        this.server = server;
        this.distance = distance;
    }

    /// <param name="server">A connection string of somebody who may create databases.</param>
    /// <param name="roundTrip">How long the way to the server and back takes, on top of the machine's own; zero for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ServerDatabase> CreateAsync(string server, TimeSpan roundTrip, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(server);
        var database = new ServerDatabase(
            server,
            roundTrip > TimeSpan.Zero ? new DistantServer(AddressOf(settings), roundTrip / 2) : null);
        await database.TellAsync($"CREATE DATABASE {database.name}", cancellationToken);
        return database;
    }

    /// <summary>The same program, which keeps everything here.</summary>
    public Launch With(Launch launch)
    {
        var settings = new NpgsqlConnectionStringBuilder(server) { Database = name };
        if (distance is not null)
            (settings.Host, settings.Port) = (distance.Host, distance.Port);
        return launch with
        {
            Settings = new Dictionary<string, string>(launch.Settings)
            {
                ["Storage__Provider"] = "postgresql",
                ["Storage__ConnectionString"] = settings.ConnectionString,
            },
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (distance is not null)
            await distance.DisposeAsync();
        await TellAsync($"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);
    }

    /// <summary>A path for a host names the folder of the server's socket.</summary>
    private static EndPoint AddressOf(NpgsqlConnectionStringBuilder settings) => Path.IsPathRooted(settings.Host)
        ? new UnixDomainSocketEndPoint(Path.Combine(settings.Host, string.Create(CultureInfo.InvariantCulture, $".s.PGSQL.{settings.Port}")))
        : new DnsEndPoint(settings.Host!, settings.Port, AddressFamily.InterNetwork);

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "The name was made here, of hexadecimal digits.")]
    private async Task TellAsync(string text, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
