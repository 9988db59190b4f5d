using ChecklistBot.Storage.Tests.Postgres;

namespace ChecklistBot.Tests.Load;

/// <summary>The load driver of <c>tests/load</c> still speaks to the bot: a few whole assessments on each platform, and nothing is timed.</summary>
[Trait("starts", "the binary")]
public sealed class LoadSmokeTests(PostgresServer server)
{
    [Fact]
    public async Task Whole_assessments_come_to_their_recommendation_on_both_platforms_and_the_floor_answers()
    {
        var table = await LoadDriver.RunAsync("--smoke");

        foreach (var row in new[] { "| floor, 2 users | 4 |", "| teams, 2 users | 4 |", "| slack, 2 users | 4 |" })
            Assert.Contains(row, table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_where_the_bot_keeps_everything_on_a_database_server_that_is_a_way_off()
    {
        var connection = await server.ConnectionStringAsync(TestContext.Current.CancellationToken);

        var table = await LoadDriver.RunAsync("--smoke", "--postgresql", connection, "--away", "2");

        foreach (var row in new[] { "| teams, 2 users | 4 |", "| slack, 2 users | 4 |" })
            Assert.Contains(row, table, StringComparison.Ordinal);
    }
}
