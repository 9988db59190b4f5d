using System.Text.RegularExpressions;
using ChecklistBot.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace ChecklistBot.Tests.Web;

[Trait("starts", "the binary")]
public sealed partial class AtThePageTests(Browser browser, SharedBot shared)
{
    [Fact]
    public async Task Settled_early_is_said_and_finishes_at_once()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var ann = await room.EntersAsync("Ann");
        var ben = await room.EntersAsync("Ben");

        await ann.Says("start Leads to sales");
        await ann.Says("real time");
        await ben.Says("3a");
        await ann.Card.Shows("2 of 6 answered");
        await ben.Says("maintenance yes");
        await ann.Card.Shows("Settled on the answers of 2 people so far: immediate sync, whatever the other three items.");
        await ann.Taps("Finish now");

        await ben.Recommendation.Shows("Recommended path: Immediate sync");
        await ben.Recommendation.Shows("Document the exact events that trigger a sync");
    }

    [Fact]
    public async Task An_answer_that_only_ties_an_item_is_announced_to_everybody()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var ann = await room.EntersAsync("Ann");
        var dee = await room.EntersAsync("Dee");

        await ann.Says("start Reader");
        await ann.Says("1a");
        await dee.Card.Shows("Last answer: Ann");
        await dee.Answers("frequency", "hourly");

        await Expect(dee.Page.Locator("#news")).ToContainTextAsync("#1 Reader: Last answer: Dee, item 1: Moves every hour. Item 1 is tied.");
        await Expect(ann.Page.Locator("#news")).ToContainTextAsync("#1 Reader: Last answer: Dee, item 1: Moves every hour. Item 1 is tied.");
    }

    [Fact]
    public async Task Without_agreement_the_recommendation_names_each_path_that_is_left()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var ann = await room.EntersAsync("Ann");
        var ben = await room.EntersAsync("Ben");

        await ann.Says("start Rota to payroll");
        await ann.Says("1c 2c 3b 5a 6a");
        await ben.Says("5b");
        await ann.Says("finish");
        await ben.Card.Shows("Item 5 decides");
        await ben.Taps("Finish without agreement");

        await ann.Recommendation.Shows("No single path yet");
        await ann.Recommendation.HasAttribute("data-path", "");
        await ann.Recommendation.Shows("Nightly batch, if item 5 is “Clear owner and source”");
        await ann.Recommendation.Shows("Single source of truth, if item 5 is “Messy or without owner”");
        await ann.Recommendation.Tap("Pin");
        await ben.Says("list");
        await ben.Register.Shows("undecided");
    }

    [Fact]
    public async Task The_form_of_all_items_holds_ones_own_answers_and_sends_them_at_once()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var ann = await room.EntersAsync("Ann");
        var ben = await room.EntersAsync("Ben");

        await ann.Says("start Stock levels");
        await ann.Answers("frequency", "nightly");
        await ben.Card.Shows("1 of 6 answered");
        await ann.Card.Button("Answer all").ClickAsync();
        await Expect(ann.Page.Locator("[name='answer.frequency'][value=nightly]")).ToBeCheckedAsync();
        await ann.Page.Locator("[name='answer.delay'][value=days]").CheckAsync();
        await ann.Page.Locator("[name='answer.error-cost'][value=low]").CheckAsync();
        await ann.Page.Locator("[name='answer.ownership'][value=not-sure]").CheckAsync();
        await ann.Page.GetByText("Save my answers").ClickAsync();

        await ann.Card.Shows("3 of 6 answered");
        await ann.Card.ShowsLine(5, "Not sure");
        await ben.Card.ShowsLine(3, "Only an inconvenience");
    }

    [Fact]
    public async Task What_was_typed_can_be_undone_from_its_reply()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var ann = await room.EntersAsync("Ann");
        var ben = await room.EntersAsync("Ben");

        await ann.Says("start Stock levels");
        await ann.Says("2c");
        await ben.Card.ShowsLine(2, "Can wait hours");
        await ben.Reply.Tap("Undo");
        await ben.Reply.Shows("Only the person who answered can take an answer back.");
        await new ShownCard(ann, ann.Page.Locator("article[data-kind=reply]").First).Tap("Undo");

        await ann.Reply.Shows("Undone: your answer to item 2 is taken back.");
        await ben.Card.Shows("0 of 6 answered");
    }

    [Fact]
    public async Task More_renames_and_cancels_only_after_a_question_and_reopen_brings_everything_back()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var ann = await room.EntersAsync("Ann");
        var ben = await room.EntersAsync("Ben");

        await ann.Says("start Stok levels");
        await ann.Answers("frequency", "hourly");
        await ann.Card.Open("More…");
        await ann.Card.Open("Rename");
        await ann.Card.Article.Locator("[name=input]").FillAsync("Stock levels");
        await ann.Sending(() => ann.Page.Keyboard.PressAsync("Enter"));
        await ben.Card.Shows("#1 Stock levels");
        await ben.Card.Shows("Renamed by Ann; it was “Stok levels”.");

        // What one person opens is nobody else's business.
        await ben.Card.Open("More…");
        await ben.Card.Open("Cancel");
        await ben.Card.Shows("Cancel #1?");
        await Expect(ann.Card.Article.GetByText("Cancel #1?")).ToBeHiddenAsync();
        await ben.Card.Button("Keep it").ClickAsync();
        await Expect(ben.Card.Article.GetByText("Cancel #1?")).ToBeHiddenAsync();
        await ben.Card.Open("Cancel");
        await ben.Taps("Cancel it");

        await ann.Card.Shows("Cancelled by Ben");
        await ann.Taps("Reopen");
        await ben.Card.Shows("Brought back by Ann");
        await ben.Card.Shows("Moves every hour: Ann");
    }

    [Fact]
    public async Task A_late_tap_counts_for_the_item_that_was_shown()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var ann = await room.EntersAsync("Ann");

        // Without script the page of a slow colleague stays as it was when it came.
        var ben = await room.EntersAsync("Ben", new() { JavaScriptEnabled = false });
        await ann.Says("start Stock levels");
        await ben.Reloads();
        await ben.Card.Asks("frequency");
        await ann.Answers("frequency", "hourly");
        await ann.Taps("Next");
        await ann.Card.Asks("delay");
        await ben.Answers("frequency", "nightly");

        await ann.Card.ShowsLine(1, "Moves every night");
        await ann.Card.Shows("Last answer: Ben, item 1: Moves every night.");
        await ann.Card.Shows("1 of 6 answered");
    }

    [Fact]
    public async Task The_open_card_is_always_one_link_away_and_reloading_keeps_everything()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var ann = await room.EntersAsync("Ann");
        var open = ann.Page.Locator("#open a");

        await Expect(open).ToHaveCountAsync(0);
        await ann.Says("start Stock levels");
        await Expect(open).ToHaveTextAsync("#1 Stock levels 0 of 6 answered");
        await ann.Says("2c");
        foreach (var topic in (string[])["start", "answer", "finish", "pin"])
            await ann.Says("help " + topic);
        await Expect(open).ToHaveTextAsync("#1 Stock levels 1 of 6 answered");
        await Expect(ann.Card.Article).Not.ToBeInViewportAsync();
        await open.ClickAsync();
        await Expect(ann.Card.Article.Locator("h3")).ToBeInViewportAsync();

        // Words and card, words and reply, and the same four times for the help.
        await Expect(ann.Page.Locator("#messages > li")).ToHaveCountAsync(12);
        var before = Now().Replace(await ann.Page.Locator("#messages").InnerTextAsync(), "");
        await ann.Reloads();
        Assert.Equal(before, Now().Replace(await ann.Page.Locator("#messages").InnerTextAsync(), ""));
        await Expect(open).ToHaveTextAsync("#1 Stock levels 1 of 6 answered");
        await ann.Says("cancel");
        await Expect(open).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_killed_server_that_comes_back_finds_the_open_pages_and_nothing_is_lost()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var room = new Room(browser, bot, "main");
        var ann = await room.EntersAsync("Ann");
        var ben = await room.EntersAsync("Ben");
        await ann.Says("start CRM to accounting");
        await ann.Answers("frequency", "hourly");
        await ben.Card.Shows("1 of 6 answered");

        await bot.KillAsync();
        await Expect(ann.Page.Locator("#connection")).ToContainTextAsync("Connection lost");
        await ben.SaysInVain("2c", "The bot cannot be reached");
        await bot.StartAgainAsync();

        await Expect(ann.Page.Locator("#connection")).ToBeEmptyAsync();
        await ben.Sending(() => ben.Page.Locator("#text").PressAsync("Enter"));
        await ann.Card.Shows("2 of 6 answered");
        await ann.Card.ShowsLine(2, "Can wait hours");
        await ann.Answers("frequency", "nightly");
        await ben.Card.Shows("Moves every night: Ann");
        await Expect(ben.Page.Locator("#messages > li")).ToHaveCountAsync(4);
    }

    /// <summary>Between two lines white space may differ.</summary>
    [GeneratedRegex(@"\s+")]
    private static partial Regex Now();
}
