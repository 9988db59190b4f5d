using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Tests.Harness;
using Microsoft.Playwright;

namespace ChecklistBot.Web.Tests;

public sealed class ScriptTests(Browser browser) : ScriptedRoom
{
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

    /// <summary>The browser keeps the page while somebody puts yesterday's copy of the database back.</summary>
    [Fact]
    public async Task A_room_that_was_put_back_is_shown_as_it_is_now_and_nothing_twice()
    {
        Server.Rooms.Add("main", "Ann", "of the copy", null);
        Server.Rooms.Add("main", "Ann", "no more there", null);
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await Assertions.Expect(page.Locator("#messages > li")).ToHaveCountAsync(3);
        Server.Rooms.PutBack("main", changes: 2);
        Server.Hub.Signal("main");
        await Assertions.Expect(page.Locator("#messages > li")).ToHaveCountAsync(2);
        Server.Rooms.Add("main", "Ben", "from now on", null);
        Server.Hub.Signal("main");
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
        Server.Turns.Answer = static _ => FakeTurns.Refusal(TurnStatus.NotUnderstood, "That card is gone.");
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await page.Locator("[data-option=low]").ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToHaveTextAsync("That card is gone.");
        Server.Turns.Answer = static _ => new TurnAnswer();
        await page.Locator("[data-option=low]").ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToBeEmptyAsync();
        Assert.Equal(2, Server.Turns.Turns.Select(static t => t.DedupeKey).Distinct().Count());
    }

    [Fact]
    public async Task Words_that_could_not_be_kept_stay_in_the_box_and_sending_them_again_is_the_same_turn()
    {
        Server.Turns.Answer = static _ => throw new StorageUnavailableException("The disk is full.");
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await page.Locator("#text").FillAsync("start CRM");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("cannot keep anything");
        Assert.Equal("start CRM", await page.Locator("#text").InputValueAsync());
        Server.Turns.Answer = static _ => new TurnAnswer();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#text")).ToHaveValueAsync("");
        Assert.Equal(2, Server.Turns.Turns.Count);
        Assert.Single(Server.Turns.Turns.Select(static t => t.DedupeKey).Distinct());
    }

    [Fact]
    public async Task New_messages_are_followed_only_by_those_who_were_at_the_end()
    {
        for (var i = 0; i < 30; i++)
        {
            Server.Rooms.Add("main", "Ben", $"line {i}", null);
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
        while (Server.Hub.Count > 0)
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
        await page.GotoAsync(Server.At("/").AbsoluteUri);
        await page.Locator("[data-option=low]").ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("Say who you are first");
        await page.Locator("#who").FillAsync("Zoë");
        await page.Locator("#text").FillAsync("hello");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("nav [aria-current]")).ToHaveTextAsync("Zoë");
        Assert.Equal("Zoë", Assert.Single(Server.Turns.Turns).Person.Name);
    }

    [Fact]
    public async Task Escape_and_the_button_that_does_nothing_close_a_question_and_keep_the_focus()
    {
        Server.Rooms.Change("main", 1, static m => m with { Card = SampleCards.All["decides"] });
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
        Assert.Empty(Server.Turns.Turns);
    }

    private static CardBlock Renumbered(CardBlock block) => block is not FocusBlock focus
        ? block
        : focus with { Options = [.. focus.Options.Select(static o => o with { Action = $"changed:{o.OptionId}" })] };

    // The same words are announced beside the conversation as well.
    private static ILocator Message(IPage page, string words) => page.Locator("#messages").GetByText(words);

    private static async Task HideAsync(IPage page, bool hidden) => await page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }",
        hidden);
}
