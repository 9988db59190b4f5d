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
                        var before = town.Repeats;
                        await FillAsync(ballast, token);
                        await Task.Delay(TimeSpan.FromSeconds(3), token);
                        using (var ready = await town.Bots[0].Http.GetAsync(new Uri("health/ready", UriKind.Relative), token))
                            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
                        Assert.True(town.Repeats > before, "Nobody was refused while the disk was full.");
                        File.Delete(ballast);
                    }
                    while (!stopping.IsCancellationRequested && Soak.IsLong);
                });
        }
        finally
        {
            await RunAsync("umount", "-l", disk);
            Directory.Delete(disk);
        }
    }

    /// <summary>Takes all room, and what becomes free within the next second.</summary>
    private static async Task FillAsync(string path, CancellationToken cancellationToken)
    {
        var block = new byte[4096];
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var until = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(until) < TimeSpan.FromSeconds(1);)
            try
            {
                await file.WriteAsync(block, cancellationToken);
            }
            catch (IOException)
            {
                await Task.Delay(10, cancellationToken);
            }
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(command[0], command[1..]);
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }
}
