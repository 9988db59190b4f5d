using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Tests.Postgres;
using Npgsql;

namespace ChecklistBot.Tests.Turns;

/// <summary>A database server may be a millisecond or two away, and the conversation is held from the first journey to the last.</summary>
public sealed class JourneyTests(PostgresServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Each statement made a journey of its own: fifteen for a tap, and half a second where twelve people tap at once and the server is two milliseconds away.</summary>
    [Fact]
    public async Task A_tap_makes_five_journeys_to_the_database_server_and_an_edit_of_its_card_seven()
    {
        await using var gateway = new Gateway(await NewDatabaseAsync());
        await using var store = new PostgresAssessmentStore(gateway.ConnectionString) { IsFollowed = static _ => false };
        await store.MigrateAsync(Token);
        await using var bot = await TestBot.StartAsync(turnStore: _ => store);
        var postman = bot.PostmanOn(store);
        var key = TestBot.Conversation.Key;
        await bot.SayAsync("Ann", "start CRM", key: "1");
        await postman.DeliverAsync(key, Token);
        var card = bot.Channel.Calls[^1].Message.Card;
        await bot.TapAsync("Ann", TestBot.Action(card, "Moves in real time"), messageId: "id-1", key: "2");

        var before = gateway.Asked;
        var answer = await bot.TapAsync("Ann", TestBot.Action(card, "Moves every hour"), messageId: "id-1", key: "3");
        var tap = Most(before, gateway.Asked);
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        before = gateway.Asked;
        await postman.DeliverAsync(key, Token);
        var edit = Most(before, gateway.Asked);

        Assert.Contains("1 of 6 answered", answer.Card!.Summary, StringComparison.Ordinal);
        Assert.Equal("edit", bot.Channel.Calls[^1].Verb);
        Assert.Equal(5, tap);
        Assert.Equal(7, edit);
    }

    /// <summary>Of the one connection that did it; another listens and now and then asks whether it still leads to the server.</summary>
    private static int Most(IReadOnlyList<int> before, IReadOnlyList<int> after) => after.Select((count, place) => count - before.ElementAtOrDefault(place)).Max();

    private async Task<string> NewDatabaseAsync()
    {
        var settings = new NpgsqlConnectionStringBuilder(await server.ConnectionStringAsync(Token));
        await using var connection = new NpgsqlConnection(settings.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var create = new NpgsqlCommand("CREATE DATABASE journeys", connection);
        await create.ExecuteNonQueryAsync(Token);
        settings.Database = "journeys";
        return settings.ConnectionString;
    }
}
