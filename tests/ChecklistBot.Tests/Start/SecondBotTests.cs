using System.Diagnostics;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Start;

/// <summary>Two bots on one SQLite file would each post everything, so the second does not start.</summary>
[Trait("starts", "the binary")]
public sealed class SecondBotTests
{
    [Fact]
    public async Task On_the_same_database_it_waits_for_the_first_to_end_and_then_says_why_it_does_not_start()
    {
        await using var first = await BotProcess.StartAsync();

        var end = await BotProgram.RunAsync(first.Folder, new BotOptions { Settings = { ["Urls"] = "http://127.0.0.1:0" } });

        Assert.Equal(1, end.Code);
        Assert.Equal(
            $"ChecklistBot does not start: another ChecklistBot works on the database {Path.Combine(first.Folder, "checklistbot.db")}, and would post everything a second "
            + "time. Stop it, or name another file in Storage:ConnectionString; several copies of one bot need PostgreSQL.",
            end.Errors.TrimEnd());
        Assert.Contains("Another bot works on the database: waiting up to 15 s", Assert.Single(end.Output.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_started_twice_by_mistake_reads_of_the_port_at_once()
    {
        await using var first = await BotProcess.StartAsync();
        var address = first.Address.GetLeftPart(UriPartial.Authority);

        var end = await BotProgram.RunAsync(first.Folder, new BotOptions { Settings = { ["Urls"] = address } });

        Assert.Equal(1, end.Code);
        Assert.Equal(
            $"ChecklistBot does not start: another program already listens on {address}. Stop it, or set Urls to another address.", end.Errors.TrimEnd());
        Assert.Equal("", end.Output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_takes_over_as_soon_as_the_first_has_ended_however_that_came(bool isKilled)
    {
        await using var first = await BotProcess.StartAsync();
        using var second = Process.Start(BotProgram.Prepare(first.Folder, new BotOptions { Settings = { ["Urls"] = "http://127.0.0.1:0" } }))!;
        try
        {
            var token = TestContext.Current.CancellationToken;
            Assert.Contains("Another bot works on the database", await second.StandardOutput.ReadLineAsync(token), StringComparison.Ordinal);

            if (isKilled)
                await first.KillAsync();
            else
                Assert.Equal(0, await first.StopAsync());

            Assert.StartsWith("Database: ", await second.StandardOutput.ReadLineAsync(token), StringComparison.Ordinal);
            Assert.StartsWith("Listening on ", await second.StandardOutput.ReadLineAsync(token), StringComparison.Ordinal);
        }
        finally
        {
            second.Kill();
        }
    }
}
