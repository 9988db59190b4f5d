using System.Diagnostics;
using Npgsql;

namespace ChecklistBot.Storage.Tests.Postgres;

/// <summary>A PgBouncer before the tests' server, in a temporary folder, reached by a socket file.</summary>
internal sealed class Bouncer : IAsyncDisposable
{
    private const int Port = 6432;

    private readonly string folder;
    private readonly Process process;

    private Bouncer(string folder, Process process, string connectionString)
    {
        this.folder = folder;
        this.process = process;
        ConnectionString = connectionString;
    }

    /// <summary>Debian installs it where only root looks.</summary>
    private static string? Program { get; } = new[] { "/usr/sbin/pgbouncer", "/usr/bin/pgbouncer" }.FirstOrDefault(File.Exists);

    /// <summary>Leads to the database through here.</summary>
    public string ConnectionString { get; }

    /// <summary>Skips the test where Debian's package <c>pgbouncer</c> is not installed.</summary>
    /// <param name="database">What is behind it. Its schema comes with a user of the same name, since a pooler passes no such wish on.</param>
    /// <param name="mode">PgBouncer's <c>pool_mode</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Bouncer> StartAsync(PostgresTestDatabase database, string mode, CancellationToken cancellationToken)
    {
        Assert.SkipWhen(Program is null, "PgBouncer is not installed");
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var user = server.SearchPath!;
        await database.RunAsync($"CREATE ROLE {user} LOGIN SUPERUSER; ALTER ROLE {user} SET search_path = {user}", cancellationToken);

        var folder = (await PostgresServer.RunAsync(["mktemp", "-d", "/tmp/checklistbot-pgb-XXXXXX"], cancellationToken)).Trim();
        var settings = Path.Combine(folder, "pgbouncer.ini");
        await File.WriteAllTextAsync(
            settings,
            $"""
            [databases]
            {server.Database} = host={server.Host} user={user}
            [pgbouncer]
            listen_addr =
            listen_port = {Port}
            unix_socket_dir = {folder}
            auth_type = any
            pool_mode = {mode}
            """,
            cancellationToken);
        var process = PostgresServer.Start([Program, "-q", settings]);
        for (var tries = 0; !File.Exists(Path.Combine(folder, $".s.PGSQL.{Port}")); tries++)
        {
            if (tries == 300 || process.HasExited)
                throw new InvalidOperationException("PgBouncer did not start.");
            await Task.Delay(100, cancellationToken);
        }

        return new Bouncer(folder, process, $"Host={folder};Port={Port};Username={user};Database={server.Database};Maximum Pool Size=20");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
