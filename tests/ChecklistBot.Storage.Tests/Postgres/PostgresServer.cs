using System.Diagnostics;
using ChecklistBot.Storage.Tests.Postgres;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace ChecklistBot.Storage.Tests.Postgres;

/// <summary>A PostgreSQL server of the tests' own, in a temporary folder, reached by a socket file; started by the first test that needs it.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    /// <summary>Why tests are skipped where Debian's package <c>postgresql</c> is not installed.</summary>
    public const string NotInstalled = "PostgreSQL is not installed";

    private readonly SemaphoreSlim starting = new(1, 1);
    private string? folder;
    private Process? server;

    /// <summary>The newest installed version's programs; null for none.</summary>
    private static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "postgres")))
            .MaxBy(bin => int.Parse(Path.GetFileName(Path.GetDirectoryName(bin))!, null))
        : null;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A connection string for the server; skips the test where none is installed.</summary>
    public async Task<string> ConnectionStringAsync(CancellationToken cancellationToken)
    {
        Assert.SkipWhen(Programs is null, NotInstalled);
        await starting.WaitAsync(cancellationToken);
        try
        {
            if (server is null)
                await StartAsync(cancellationToken);
        }
        finally
        {
            starting.Release();
        }

        return $"Host={folder};Username=postgres;Database=postgres;Maximum Pool Size=20;Timeout=30";
    }

    /// <summary>Breaks every connection and is gone, as after a fall of its machine.</summary>
    public async Task StopAsync()
    {
        if (server is null)
            return;
        await RunAsync([Program("pg_ctl"), "-D", Data, "-m", "immediate", "stop"], CancellationToken.None);
        await server.WaitForExitAsync();
        server.Dispose();
        server = null;
    }

    /// <summary>Serves what it kept, under the same address.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        // Durability is the server's own affair and costs the tests time; everything else is as it comes.
        server = Start([Program("postgres"), "-D", Data, "-k", folder!, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=300"]);
        for (var tries = 0; tries < 300; tries++)
        {
            using var ready = Start([Program("pg_isready"), "-q", "-h", folder!]);
            await ready.WaitForExitAsync(cancellationToken);
            if (ready.ExitCode == 0)
                return;
            await Task.Delay(100, cancellationToken);
        }

        throw new InvalidOperationException("PostgreSQL did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
        starting.Dispose();
    }

    private string Data => Path.Combine(folder!, "data");

    private static string Program(string name) => Path.Combine(Programs!, name);

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        folder = (await RunAsync(["mktemp", "-d", "/tmp/checklistbot-pg-XXXXXX"], cancellationToken)).Trim();
        await RunAsync([Program("initdb"), "-D", Data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync"], cancellationToken);
        await StartAgainAsync(cancellationToken);
    }

    internal static async Task<string> RunAsync(string[] command, CancellationToken cancellationToken)
    {
        using var process = Start(command);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}: {output}");
    }

    /// <summary>PostgreSQL refuses to run as root; there the package's own user runs it.</summary>
    internal static Process Start(string[] command)
    {
        string[] whole = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. command] : command;
        return Process.Start(new ProcessStartInfo(whole[0], whole[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = false,
        }) ?? throw new InvalidOperationException($"{whole[0]} did not start.");
    }
}
