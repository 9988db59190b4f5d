using System.Diagnostics;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Load;

/// <summary>The load driver of <c>tests/load</c> still speaks to the bot: a few whole assessments on each platform, and nothing is timed.</summary>
[Trait("starts", "the binary")]
public sealed class LoadSmokeTests
{
    [Fact]
    public async Task Whole_assessments_come_to_their_recommendation_on_both_platforms_and_the_floor_answers()
    {
        using var folder = new TemporaryFolder();
        var bot = BotProgram.Binary ?? Built("ChecklistBot.dll");
        var start = new ProcessStartInfo("dotnet", [Built("ChecklistBot.Load.dll"), "--smoke", "--bot", bot, "--floor", Built("ChecklistBot.Floor.dll"), "--folder", folder.FullPath])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var driver = Process.Start(start)!;
        var table = driver.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = driver.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await driver.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(driver.ExitCode == 0, $"It ended with {driver.ExitCode}:\n{await table}\n{await errors}");
        foreach (var row in new[] { "| floor, 2 users | 4 |", "| teams, 2 users | 4 |", "| slack, 2 users | 4 |" })
            Assert.Contains(row, await table, StringComparison.Ordinal);
    }

    private static string Built(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
