using System.Text.RegularExpressions;
using ChecklistBot.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChecklistBot.Tests.Teams;

/// <summary>Ann at the playground's page in a browser. It shows what came since it was opened.</summary>
internal sealed class PlaygroundPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly IPage page;
    private readonly List<string> errors = [];

    private PlaygroundPage(IBrowserContext context, IPage page)
    {
        (this.context, this.page) = (context, page);
        page.PageError += (_, error) => errors.Add(error);
    }

    /// <summary>What went wrong in the page's own scripts.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <summary>Opens a chat or a channel by its name.</summary>
    public static async Task<PlaygroundPage> OpenAsync(Browser browser, Playground playground, string conversation)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 1150 } });

        // It would fetch its fonts from elsewhere.
        await context.RouteAsync(url => !new Uri(url).IsLoopback, route => route.AbortAsync());
        await context.AddInitScriptAsync(scriptPath: Repository.File("tests/ChecklistBot.Tests/Teams/playground.js"));
        var opened = new PlaygroundPage(context, await context.NewPageAsync());
        await opened.page.GotoAsync(playground.Page.AbsoluteUri);
        await opened.page.WaitForFunctionAsync("window.playgroundHears");
        await opened.page.GetByRole(AriaRole.Treeitem, new() { Name = conversation }).ClickAsync();
        await Expect(opened.page.Locator("[data-lexical-editor]").First).ToBeVisibleAsync();
        return opened;
    }

    /// <summary>Types into the chat.</summary>
    public async Task SaysAsync(string words)
    {
        await page.Locator("[data-lexical-editor]").ClickAsync();
        await page.Keyboard.TypeAsync(words);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>
    /// Types <c>@Checklist</c>, chosen from the menu that opens at the <c>@</c>, and words: into the chat, as a new post of the channel, or
    /// below the post with a card.
    /// </summary>
    public async Task MentionsAsync(string words, string? below = null)
    {
        var place = below is null ? page.Locator("#root") : page.Locator(".fui-Card").Filter(new() { Has = Card(below) });
        await place.Locator("[data-lexical-editor]").First.ClickAsync();
        await page.Keyboard.TypeAsync("@Check");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Checklist" }).ClickAsync();
        await page.Keyboard.TypeAsync(" " + words);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The newest card with this on it.</summary>
    public ILocator Card(string words) => page.Locator(".ac-adaptiveCard").Filter(new() { HasText = words }).Last;

    /// <summary>Presses a button of the newest card with this on it, found by the beginning of its words.</summary>
    public Task TapsAsync(string card, string button) =>
        Card(card).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + Regex.Escape(button)) }).First.ClickAsync();

    public Task SeesAsync(string card, string words) => Expect(Card(card)).ToContainTextAsync(words);

    /// <summary>Keeps a picture in <c>artifacts/screenshots</c> for people to look at.</summary>
    public async Task KeepAsync(string name)
    {
        await page.Mouse.MoveAsync(0, 0);
        await page.ScreenshotAsync(new() { Path = Repository.File($"artifacts/screenshots/teams-{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
