using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Tests.Turns;

/// <summary>The register, the list with its search, and the table.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task The_register_counts_everything_pinned_here_and_shows_it_page_by_page()
    {
        await using var bot = await TestBot.StartAsync();
        for (var number = 1; number <= 31; number++)
            foreach (var words in (string[])["start", $"#{number} 1a 3a 6a", $"finish #{number}", $"pin #{number}"])
                await bot.SayAsync("Ann", words);

        var card = (await bot.SayAsync("Ann", "pinned")).Reply!;
        var shown = new List<string>();
        for (var page = 1; page <= 4; page++)
        {
            Assert.Contains("31 recommendations are pinned.", card.Summary, StringComparison.Ordinal);
            shown.AddRange(card.Blocks.OfType<EntryBlock>().Select(entry => entry.Title));
            if (page < 4)
                card = (await bot.TapAsync("Ann", TestBot.Action(card, "Older"))).Reply!;
        }

        Assert.Equal(Enumerable.Range(1, 31).Reverse().Select(number => $"#{number} Untitled"), shown);
        Assert.Equal(["Newest"], TestBot.Buttons(card).Select(button => button.Label));
    }

    /// <summary>It once named the path of what replaced it, beside a link to what was pinned.</summary>
    [Fact]
    public async Task The_register_shows_a_pinned_recommendation_as_it_was_given_and_names_what_replaced_it()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var words in (string[])["start Export", "1a 3a 6a", "finish", "pin", "reopen", "6b", "finish"])
            await bot.SayAsync("Ann", words);

        Assert.Equal(
            "Immediate sync · decided · Real-time required · High cost of error · 24 November 2026 · revision 1 is pinned; revision 2 (Lightweight connector) replaced it",
            Assert.Single(Entries((await bot.SayAsync("Ann", "pinned")).Reply!)).Detail);
        Assert.StartsWith("Lightweight connector · decided", Assert.Single(Entries((await bot.SayAsync("Ann", "list")).Reply!)).Detail, StringComparison.Ordinal);
    }

    /// <summary>The list shows the date of the newest decision, before the first that of the start.</summary>
    [Theory]
    [InlineData("list 2026-11", "#3 Late", "#2 Rota", "#1 Early 2027-01")]
    [InlineData("list 2026-11-24", "#2 Rota", "#1 Early 2027-01")]
    [InlineData("list 2026-11-25", "#3 Late")]
    [InlineData("list 2026-11 rota", "#2 Rota")]
    [InlineData("list 2026-12")]
    [InlineData("list 2027-01", "#1 Early 2027-01")]
    public async Task The_list_is_searched_by_the_month_or_the_day_that_it_shows(string words, params string[] found)
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var said in (string[])["start Early 2027-01", "start Rota", "start Late", "#2 1a 3a 6a", "finish #2"])
            await bot.SayAsync("Ann", said);
        bot.Time.Advance(TimeSpan.FromDays(1));
        foreach (var said in (string[])["#3 1a 3a 6a", "finish #3"])
            await bot.SayAsync("Ann", said);

        Assert.Equal(found, Entries((await bot.SayAsync("Ann", words)).Reply!).Select(entry => entry.Title));
    }

    [Theory]
    [InlineData("list ann's", "#1 Ann's leads")]
    [InlineData("list Ann’s leads", "#1 Ann's leads")]
    [InlineData("list decided", "#2 Rota")]
    [InlineData("list undecided", "#3 Ledger")]
    [InlineData("list open", "#1 Ann's leads")]
    [InlineData("list sync", "#2 Rota")]
    [InlineData("list #3", "#3 Ledger")]
    [InlineData("list 3", "#3 Ledger")]
    public async Task The_list_is_searched_by_the_words_that_people_read_there(string words, string found)
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var said in (string[])["start Ann's leads", "start Rota", "#2 1a 3a 6a", "finish #2", "start Ledger", "#3 1b", "finish anyway #3"])
            await bot.SayAsync("Ann", said);

        Assert.Equal(found, Assert.Single(Entries((await bot.SayAsync("Ann", words)).Reply!)).Title);
    }

    [Fact]
    public async Task A_table_of_one_is_said_in_the_singular()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        Assert.Equal("A table of 1 assessment.", (await bot.SayAsync("Ann", "list csv")).Reply!.Summary);
        await bot.SayAsync("Ann", "start");
        Assert.Equal("A table of 2 assessments.", (await bot.SayAsync("Ann", "list csv")).Reply!.Summary);
    }

    private static IEnumerable<EntryBlock> Entries(Card card) => card.Blocks.OfType<EntryBlock>();
}
