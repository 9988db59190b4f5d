using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Tests.Turns;

/// <summary>Who is forgotten stands nowhere any more, also where answers are kept for repeats.</summary>
public sealed class ForgottenTests
{
    [Fact]
    public async Task A_forgotten_name_is_in_no_kept_answer_and_a_repeat_of_an_export_shows_the_names_of_now()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Annabella", "start CRM");
        await bot.SayAsync("Annabella", "1a 3a 6a");
        await bot.SayAsync("Annabella", "finish");
        var export = await bot.SayAsync("Ben", "export", key: "export");
        Assert.Contains("Annabella", Text(export.Reply), StringComparison.Ordinal);

        var asked = await bot.SayAsync("Annabella", "forget me");
        await bot.TapAsync("Annabella", TestBot.Action(asked.Reply!, "Remove my name"));

        var again = Text((await bot.SayAsync("Ben", "export", key: "export")).Reply);
        Assert.Equal(Text(export.Reply).Replace("Annabella", "a colleague", StringComparison.Ordinal), again);
        Assert.Empty(await PlacesAsync(bot.Store.Path, "Annabella"));
    }

    [Fact]
    public async Task Nobody_is_forgotten_by_answering_a_question_that_was_put_to_somebody_else()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");
        await bot.SayAsync("Ben", "1a");
        var asked = await bot.SayAsync("Ann", "forget me");

        var pressed = await bot.TapAsync("Ben", TestBot.Action(asked.Reply!, "Remove my name"));

        Assert.Equal(TurnStatus.Refused, pressed.Status);
        Assert.Contains("not yours to answer, so nothing was removed", pressed.Reply!.Summary, StringComparison.Ordinal);
        Assert.Contains("people.name", await PlacesAsync(bot.Store.Path, "Ben"));
        Assert.Equal(TurnStatus.Done, (await bot.TapAsync("Ann", TestBot.Action(asked.Reply!, "Remove my name"))).Status);
    }

    [Theory]
    [InlineData(ReplyPlacement.InConversationWhenNeeded, true)]
    [InlineData(ReplyPlacement.InConversation, false)]
    [InlineData(ReplyPlacement.ToPersonOnly, false)]
    public async Task In_a_group_where_the_question_names_nobody_it_says_who_alone_can_confirm_it(ReplyPlacement replies, bool isSaid)
    {
        await using var bot = await TestBot.StartAsync();

        var asked = await bot.SayAsync("Ben", "forget me", replies: replies);

        Assert.Equal(isSaid, asked.Reply!.Summary.EndsWith(" Only the person who asked for it can confirm it.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_presses_twice_does_not_become_known_again()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Annabella", "start CRM");
        var asked = await bot.SayAsync("Annabella", "forget me");
        await bot.TapAsync("Annabella", TestBot.Action(asked.Reply!, "Remove my name"));

        var again = await bot.TapAsync("Annabella", TestBot.Action(asked.Reply!, "Remove my name"));

        Assert.Equal("Your name is not kept here, so there is nothing to remove.", again.Reply!.Summary);
        Assert.Empty(await PlacesAsync(bot.Store.Path, "Annabella"));
    }

    [Fact]
    public async Task A_button_that_does_not_say_whom_it_asked_asks_anew()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");

        var pressed = await bot.TapAsync("Ann", "forget");

        Assert.Equal(TurnStatus.Asked, pressed.Status);
        Assert.Equal("Remove my name", Assert.Single(pressed.Reply!.Blocks.OfType<ButtonsBlock>().SelectMany(row => row.Buttons)).Label);
    }

    private static string Text(Card? card) => string.Join('\n', card!.Blocks);

    /// <summary>Every column of every table in which a text occurs.</summary>
    private static async Task<List<string>> PlacesAsync(string path, string text)
    {
        await using var database = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        var columns = await ReadAsync(
            database, "SELECT t.name || '.' || c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table'");
        var places = new List<string>();
        foreach (var column in columns)
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            if ((await ReadAsync(database, $"SELECT 'x' FROM {table} WHERE CAST({name} AS TEXT) LIKE '%{text}%'")).Count > 0)
                places.Add(column);
        }

        Assert.Contains("seen.answer", columns);
        return places;
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection database, string sql)
    {
        await using var command = database.CreateCommand();
#pragma warning disable CA2100 // Names of the schema itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            found.Add(reader.GetString(0));
        return found;
    }
}
