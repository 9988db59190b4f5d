using ChecklistBot.Tests.Harness;
using Microsoft.Playwright;

namespace ChecklistBot.Tests.Web;

/// <summary>A room of the web channel with the people in it, each at a browser of their own.</summary>
internal sealed class Room(Browser browser, BotProcess bot, string name) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _browsers = [];

    public string Name => name;

    public BotProcess Bot => bot;

    /// <summary>A new room of the bot that tests share.</summary>
    public static async Task<Room> OpenAsync(Browser browser, SharedBot shared) =>
        new(browser, await shared.StartedAsync(), shared.NewRoom());

    /// <summary>Somebody opens the room in a browser of their own.</summary>
    public async Task<Person> EntersAsync(string person, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options);
        _browsers.Add(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address(person));
        return new Person(person, page);
    }

    /// <summary>Ann, Ben and Chi.</summary>
    public async Task<(Person Ann, Person Ben, Person Chi)> GatherAsync() =>
        (await EntersAsync("Ann"), await EntersAsync("Ben"), await EntersAsync("Chi"));

    public string Address(string person) => $"{bot.Address}?room={name}&who={Uri.EscapeDataString(person)}";

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _browsers)
            await context.DisposeAsync();
    }
}
