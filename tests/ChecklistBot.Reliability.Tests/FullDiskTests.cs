using System.Diagnostics;
using System.Net;
using ChecklistBot.Reliability.Tests.Town;
using ChecklistBot.Storage.Tests.Postgres;

namespace ChecklistBot.Reliability.Tests;

/// <summary>The disk of the SQLite file fills up while people answer, and is cleared again.</summary>
public sealed class FullDiskTests(PostgresServer server)
{
    [Fact]
    public async Task While_the_disk_is_full_nothing_is_acknowledged_and_afterwards_everything_goes_on()
    {
        Assert.SkipUnless(Environment.UserName == "root", "Only root may mount a small disk.");
        var token = TestContext.Current.CancellationToken;
        var disk = Directory.CreateTempSubdirectory("checklistbot-disk-").FullName;
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk);
        try
        {
            await using var town = await TownRun.StartAsync(Engine.Sqlite, server, file: Path.Combine(disk, "checklistbot.db"));
            var full = 0;
            await town.PlayAsync(
                channels: Soak.Of(4, 16),
                people: 4,
                answers: Soak.Of(12, 20),
                length: Soak.Length(shortSeconds: 8),
                happens: async stopping =>
                {
                    do
                    {
                        await town.LetPassAsync(Soak.Of(20u, 1000u), token);
                        var ballast = Path.Combine(disk, "ballast");
                        if (await FillAsync(town, ballast, stopping))
                            full++;
                        await Task.Delay(TimeSpan.FromSeconds(1), token);
                        town.Killer.StoreFalls(copy: 0);
                        File.Delete(ballast);
                    }
                    while (!stopping.IsCancellationRequested && Soak.IsLong);
                });
            Assert.True(full > 0, "The disk was never full for anybody.");
            TestContext.Current.TestOutputHelper?.WriteLine($"The disk was full {full} times.");
        }
        finally
        {
            await RunAsync("umount", "-l", disk);
            Directory.Delete(disk);
        }
    }

    /// <summary>Takes all room, and what becomes free again, until somebody was refused and readiness says so. False when everybody had finished by then: the
    /// log has room of its own for a while.</summary>
    private static async Task<bool> FillAsync(TownRun town, string path, CancellationToken stopping)
    {
        var before = town.Repeats;
        var block = new byte[4096];
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        while (!stopping.IsCancellationRequested)
            try
            {
                await file.WriteAsync(block, CancellationToken.None);
            }
            catch (IOException)
            {
                town.Killer.StoreFalls(copy: 0);
                if (town.Repeats > before && !await IsReadyAsync(town))
                    return true;
                await Task.Delay(50, CancellationToken.None);
            }

        return false;
    }

    private static async Task<bool> IsReadyAsync(TownRun town)
    {
        using var ready = await town.Bots[0].Http.GetAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return ready.StatusCode != HttpStatusCode.ServiceUnavailable;
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(command[0], command[1..]);
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }
}
