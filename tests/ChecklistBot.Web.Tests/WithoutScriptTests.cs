using ChecklistBot.Assessments.Channels;
using ChecklistBot.Tests.Harness;
using Microsoft.Playwright;

namespace ChecklistBot.Web.Tests;

public sealed class WithoutScriptTests(Browser browser) : IAsyncLifetime
{
    private RoomServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await RoomServer.StartAsync();
        server.Rooms.Add("main", null, null, SampleCards.All["split"]);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task One_can_say_tap_rename_confirm_and_answer_all()
    {
        server.Turns.Form = SampleForms.Form;
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        var room = server.At("/?room=main&who=Chi").AbsoluteUri;
        await page.GotoAsync(room);

        await page.Locator("#text").FillAsync("status");
        await page.Locator("#say button").ClickAsync();
        Assert.Equal(room, page.Url);

        await page.Locator("[data-option=low]").ClickAsync();
        Assert.Equal(room, page.Url);

        await page.Locator("summary", new() { HasText = "More…" }).ClickAsync();
        await page.Locator("summary", new() { HasText = "Rename" }).ClickAsync();
        await page.Locator("[name=input]").FillAsync("Ledger");
        await page.Locator("[name=input]").PressAsync("Enter");
        Assert.Equal(room, page.Url);

        await page.Locator("summary", new() { HasText = "More…" }).ClickAsync();
        await page.Locator("summary", new() { HasText = "Cancel" }).ClickAsync();
        await page.GetByText("It ends without a result; reopen undoes it.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel #3" }).ClickAsync();
        Assert.Equal(room, page.Url);

        await page.GetByRole(AriaRole.Button, new() { Name = "Answer all" }).ClickAsync();
        await page.GetByLabel("Someone can maintain it").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save my answers" }).ClickAsync();
        Assert.Equal(room, page.Url);

        var turns = server.Turns.Turns.ToList();
        Assert.All(turns, static t => Assert.Equal("Chi", t.Person.Name));
        Assert.Equal(
            [new Said("status"), new Tapped("answer:3:error-cost:low"), new Tapped("rename:3", Input: "Ledger"), new Tapped("cancel:3")],
            turns.Take(4).Select(static t => t.Utterance));
        var answers = Assert.IsType<Submitted>(turns[4].Utterance).Answers;
        Assert.Equal("hourly", answers["frequency"]);
        Assert.Equal("yes", answers["maintenance"]);
        Assert.Equal(5, turns.Select(static t => t.DedupeKey).Distinct().Count());
    }

    [Fact]
    public async Task A_refused_tap_shows_its_sentence_in_the_room()
    {
        server.Turns.Answer = static _ => FakeTurns.Refusal(TurnStatus.NotUnderstood, "That card is gone.");
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.At("/?who=Chi").AbsoluteUri);
        await page.Locator("[data-option=low]").ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToHaveTextAsync("That card is gone.");
        await Assertions.Expect(page.Locator("article")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_newest_message_is_in_sight_at_once()
    {
        for (var i = 0; i < 30; i++)
        {
            server.Rooms.Add("main", "Ben", $"line {i}", null);
        }

        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.At("/?who=Chi").AbsoluteUri);
        await Assertions.Expect(page.GetByText("line 29")).ToBeInViewportAsync();
    }
}
