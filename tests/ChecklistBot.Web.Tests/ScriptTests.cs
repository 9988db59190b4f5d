using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Tests.Harness;
using Microsoft.Playwright;

namespace ChecklistBot.Web.Tests;

public sealed class ScriptTests(Browser browser) : IAsyncLifetime
{
    private RoomServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await RoomServer.StartAsync();
        server.Rooms.Add("main", null, null, SampleCards.All["split"]);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Menus_stay_open_and_typed_text_stays_when_somebody_elses_tap_changes_the_card()
    {
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await page.Locator("summary", new() { HasText = "More…" }).ClickAsync();
        await page.Locator("summary", new() { HasText = "Rename" }).ClickAsync();
        var field = page.Locator("[name=input]");
        await field.FillAsync("My own title");
        Change(SampleCards.All["start"]);
        await page.Locator("article").GetByText("0 of 6 answered", new() { Exact = true }).WaitForAsync();
        Assert.Equal("My own title", await field.InputValueAsync());
        await Assertions.Expect(field).ToBeFocusedAsync();
        await Assertions.Expect(field).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_focus_stays_on_the_same_option_when_its_card_is_replaced()
    {
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await page.Locator("[data-option=medium]").FocusAsync();
        Change(SampleCards.All["split"] with { Summary = "Changed.", Blocks = [.. SampleCards.All["split"].Blocks.Select(Renumbered)] });
        await page.Locator("[data-option=medium][value='changed:medium']").WaitForAsync();
        await Assertions.Expect(page.Locator("[data-option=medium]")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Where_the_focused_button_is_gone_the_card_itself_has_the_focus()
    {
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await page.Locator("[data-option=medium]").FocusAsync();
        Change(SampleCards.All["folded"]);
        await page.GetByText("Finished: immediate sync.", new() { Exact = true }).WaitForAsync();
        await Assertions.Expect(page.Locator("article")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_change_is_announced_by_its_summary()
    {
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        Change(SampleCards.All["folded"]);
        await Assertions.Expect(page.Locator("#news")).ToHaveTextAsync("#3 CRM to accounting is finished: immediate sync.");
    }

    /// <summary>An answer that only ties an item changed neither the progress nor the item in focus, and was announced to nobody.</summary>
    [Fact]
    public async Task A_card_that_goes_on_is_announced_by_what_is_new_of_it()
    {
        Change(WithNews("2 of 6 answered.", "Now item 1: How often?"));
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        Change(WithNews("Last answer: Dee, item 1: Moves every hour.", "2 of 6 answered.", "Now item 1: How often?"));
        await Assertions.Expect(page.Locator("#news")).ToHaveTextAsync("#3 CRM to accounting: Last answer: Dee, item 1: Moves every hour.");
        Change(WithNews("Last answer: Ann, item 3: Rework.", "Settled on the answers of 2 people: nightly batch.", "3 of 6 answered.", "Now item 1: How often?"));
        await Assertions.Expect(page.Locator("#news")).ToHaveTextAsync(
            "#3 CRM to accounting: Last answer: Ann, item 3: Rework. Settled on the answers of 2 people: nightly batch. 3 of 6 answered.");
    }

    [Fact]
    public async Task Answers_that_follow_each_other_closely_are_all_announced()
    {
        Change(WithNews("0 of 6 answered."));
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await page.Clock.InstallAsync();
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddSeconds(1));
        Change(WithNews("Last answer: Ann, item 1: Moves every hour.", "1 of 6 answered."));
        await page.Locator("li[data-news*='Ann, item 1']").WaitForAsync();
        Change(WithNews("Last answer: Dee, item 2: Can wait days.", "2 of 6 answered."));
        await page.Locator("li[data-news*='Dee, item 2']").WaitForAsync();
        await page.Clock.RunForAsync(1000);
        await Assertions.Expect(page.Locator("#news")).ToHaveTextAsync(
            "#3 CRM to accounting: Last answer: Ann, item 1: Moves every hour. 1 of 6 answered. "
            + "#3 CRM to accounting: Last answer: Dee, item 2: Can wait days. 2 of 6 answered.");
    }

    /// <summary>The browser keeps the page while somebody puts yesterday's copy of the database back.</summary>
    [Fact]
    public async Task A_room_that_was_put_back_is_shown_as_it_is_now_and_nothing_twice()
    {
        server.Rooms.Add("main", "Ann", "of the copy", null);
        server.Rooms.Add("main", "Ann", "no more there", null);
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await Assertions.Expect(page.Locator("#messages > li")).ToHaveCountAsync(3);
        server.Rooms.PutBack("main", changes: 2);
        server.Hub.Signal("main");
        await Assertions.Expect(page.Locator("#messages > li")).ToHaveCountAsync(2);
        server.Rooms.Add("main", "Ben", "from now on", null);
        server.Hub.Signal("main");
        await Assertions.Expect(page.Locator("#messages > li .said")).ToHaveTextAsync(["of the copy", "from now on"]);
    }

    [Fact]
    public async Task A_tap_by_keyboard_reaches_the_core_without_leaving_the_page()
    {
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await page.EvaluateAsync("() => { window.still = true; }");
        await page.Locator("[data-option=low]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var turn = await NextTurnAsync(0);
        Assert.Equal(new Tapped("answer:3:error-cost:low"), turn.Utterance);
        Assert.Equal("main/ann", turn.Person.Id);
        Assert.True(await page.EvaluateAsync<bool>("() => window.still"));
    }

    [Fact]
    public async Task Enter_in_a_buttons_field_presses_that_button()
    {
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await page.Locator("summary", new() { HasText = "More…" }).ClickAsync();
        await page.Locator("summary", new() { HasText = "Rename" }).ClickAsync();
        await page.Locator("[name=input]").FillAsync("Ledger");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(new Tapped("rename:3", Input: "Ledger"), (await NextTurnAsync(0)).Utterance);
        await Assertions.Expect(page.Locator("[name=input]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_refused_tap_shows_its_sentence_and_the_next_one_is_another_turn()
    {
        server.Turns.Answer = static _ => FakeTurns.Refusal(TurnStatus.NotUnderstood, "That card is gone.");
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await page.Locator("[data-option=low]").ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToHaveTextAsync("That card is gone.");
        server.Turns.Answer = static _ => new TurnAnswer();
        await page.Locator("[data-option=low]").ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToBeEmptyAsync();
        Assert.Equal(2, server.Turns.Turns.Select(static t => t.DedupeKey).Distinct().Count());
    }

    [Fact]
    public async Task Words_that_could_not_be_kept_stay_in_the_box_and_sending_them_again_is_the_same_turn()
    {
        server.Turns.Answer = static _ => throw new StorageUnavailableException("The disk is full.");
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await page.Locator("#text").FillAsync("start CRM");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("cannot keep anything");
        Assert.Equal("start CRM", await page.Locator("#text").InputValueAsync());
        server.Turns.Answer = static _ => new TurnAnswer();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#text")).ToHaveValueAsync("");
        Assert.Equal(2, server.Turns.Turns.Count);
        Assert.Single(server.Turns.Turns.Select(static t => t.DedupeKey).Distinct());
    }

    [Fact]
    public async Task New_messages_are_followed_only_by_those_who_were_at_the_end()
    {
        for (var i = 0; i < 30; i++)
        {
            server.Rooms.Add("main", "Ben", $"line {i}", null);
        }

        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await Assertions.Expect(Message(page, "line 29")).ToBeInViewportAsync();
        Say("at the end");
        await Assertions.Expect(Message(page, "at the end")).ToBeInViewportAsync();
        await page.Locator("h3").ScrollIntoViewIfNeededAsync();
        var before = await page.Locator("h3").BoundingBoxAsync();
        Say("out of sight");
        await Message(page, "out of sight").WaitForAsync();
        var after = await page.Locator("h3").BoundingBoxAsync();
        Assert.Equal(before!.Y, after!.Y, 2f);
        await Assertions.Expect(Message(page, "out of sight")).Not.ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_what_was_missed_comes_afterwards()
    {
        var lost = await RoomServer.StartAsync(port: FreePort.Take());
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(lost.At("/?who=Ann").AbsoluteUri);
        await Assertions.Expect(page.Locator("#connection")).ToBeEmptyAsync();
        await lost.StopAsync();
        await Assertions.Expect(page.Locator("#connection")).ToHaveTextAsync("Connection lost, trying again …");
        await lost.DisposeAsync();
        await using var back = await RoomServer.StartAsync(port: lost.Address.Port);
        back.Rooms.Add("main", "Ben", "meanwhile", null);
        await Message(page, "meanwhile").WaitForAsync();
        await Assertions.Expect(page.Locator("#connection")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_tab_that_nobody_looks_at_lets_go_of_its_stream_and_catches_up_when_it_is_looked_at()
    {
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await HideAsync(page, hidden: true);
        while (server.Hub.Count > 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Say("while nobody looked");
        await HideAsync(page, hidden: false);
        await Message(page, "while nobody looked").WaitForAsync();
    }

    [Fact]
    public async Task Somebody_unnamed_is_asked_who_they_are_and_named_by_what_they_say()
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.At("/").AbsoluteUri);
        await page.Locator("[data-option=low]").ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("Say who you are first");
        await page.Locator("#who").FillAsync("Zoë");
        await page.Locator("#text").FillAsync("hello");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("nav [aria-current]")).ToHaveTextAsync("Zoë");
        Assert.Equal("Zoë", Assert.Single(server.Turns.Turns).Person.Name);
    }

    [Fact]
    public async Task Escape_and_the_button_that_does_nothing_close_a_question_and_keep_the_focus()
    {
        server.Rooms.Change("main", 1, static m => m with { Card = SampleCards.All["decides"] });
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        var question = page.Locator("summary", new() { HasText = "Finish without agreement" });
        await question.ClickAsync();
        await page.GetByText("Keep talking").ClickAsync();
        await Assertions.Expect(page.GetByText("Keep talking")).ToBeHiddenAsync();
        await Assertions.Expect(question).ToBeFocusedAsync();
        await question.ClickAsync();
        await page.GetByText("Keep talking").FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByText("Keep talking")).ToBeHiddenAsync();
        await Assertions.Expect(question).ToBeFocusedAsync();
        Assert.Empty(server.Turns.Turns);
    }

    private static CardBlock Renumbered(CardBlock block) => block is not FocusBlock focus
        ? block
        : focus with { Options = [.. focus.Options.Select(static o => o with { Action = $"changed:{o.OptionId}" })] };

    private static Card WithNews(params string[] news) => SampleCards.All["split"] with { News = [.. news] };

    private async Task<IPage> VisitAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var listening = page.WaitForResponseAsync("**/events?**");
        await page.GotoAsync(server.At("/?who=Ann").AbsoluteUri);
        await listening;
        return page;
    }

    // The same words are announced beside the conversation as well.
    private static ILocator Message(IPage page, string words) => page.Locator("#messages").GetByText(words);

    private static async Task HideAsync(IPage page, bool hidden) => await page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }",
        hidden);

    private async Task<Turn> NextTurnAsync(int seen)
    {
        while (server.Turns.Turns.Count <= seen)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return server.Turns.Turns.ElementAt(seen);
    }

    private void Change(Card card)
    {
        server.Rooms.Change("main", 1, m => m with { Card = card });
        server.Hub.Signal("main");
    }

    private void Say(string words)
    {
        server.Rooms.Add("main", "Ben", words, null);
        server.Hub.Signal("main");
    }
}
