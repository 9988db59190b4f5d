using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChecklistBot.Tests.Web;

/// <summary>Somebody at the page. What they do returns once the bot has acknowledged it; what they see is waited for.</summary>
internal sealed class Person(string name, IPage page)
{
    public string Name => name;

    public IPage Page => page;

    /// <summary>The newest live card.</summary>
    public ShownCard Card => new(this, page.Locator("article[data-kind=live]").Last);

    /// <summary>The newest recommendation.</summary>
    public ShownCard Recommendation => new(this, page.Locator("article[data-kind=recommendation]").Last);

    /// <summary>The newest register or list.</summary>
    public ShownCard Register => new(this, page.Locator("article[data-kind=register]").Last);

    /// <summary>The newest reply to anybody.</summary>
    public ShownCard Reply => new(this, page.Locator("article[data-kind=reply]").Last);

    public ShownCard CardOf(string title) =>
        new(this, page.Locator("article[data-kind=live]").Filter(new LocatorFilterOptions { HasText = title }));

    public ILocator Recommendations => page.Locator("article[data-kind=recommendation]");

    /// <summary>Types a line and sends it.</summary>
    public async Task Says(string words)
    {
        await page.Locator("#text").FillAsync(words);
        await Sending(() => page.Locator("#text").PressAsync("Enter"));
        await Expect(page.Locator("#text")).ToHaveValueAsync("");
    }

    /// <summary>Types a line that the bot does not take.</summary>
    public async Task SaysInVain(string words, string sentence)
    {
        await page.Locator("#text").FillAsync(words);
        await page.Locator("#text").PressAsync("Enter");
        await SeesProblem(sentence);
        await Expect(page.Locator("#text")).ToHaveValueAsync(words);
    }

    /// <summary>Taps an option of the item in focus.</summary>
    public Task Answers(string item, string option) => Card.Answer(item, option);

    /// <summary>Taps a button of the live card.</summary>
    public Task Taps(string button) => Card.Tap(button);

    public Task Sees(string words) => Expect(page.Locator("#conversation")).ToContainTextAsync(words);

    public Task DoesNotSee(string words) => Expect(page.Locator("#conversation")).Not.ToContainTextAsync(words);

    public Task SeesProblem(string sentence) => Expect(page.Locator("#problem")).ToContainTextAsync(sentence);

    public Task Reloads() => page.ReloadAsync();

    /// <summary>Runs an action that sends a form and waits until the bot has taken it.</summary>
    public async Task Sending(Func<Task> action)
    {
        await action();
        // The page marks the button that was pressed until the bot has answered; without script the next page has come by then.
        await Expect(page.Locator("button[aria-disabled=true]")).ToHaveCountAsync(0);
        await Expect(page.Locator("#problem")).ToBeEmptyAsync();
    }
}
