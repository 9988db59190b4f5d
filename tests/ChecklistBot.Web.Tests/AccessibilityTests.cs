using ChecklistBot.Tests.Harness;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ChecklistBot.Web.Tests;

public sealed class AccessibilityTests(Browser browser) : IAsyncLifetime
{
    private RoomServer server = null!;

    public static TheoryData<int, ColorScheme> Screens => new() { { 1100, ColorScheme.Light }, { 320, ColorScheme.Light }, { 360, ColorScheme.Dark } };

    public async ValueTask InitializeAsync() => server = await RoomServer.StartAsync(new WebChannelSettings { Intro = "Six short questions." });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Every_state_of_a_card_with_everything_open_is_accessible_and_fits_its_screen(int width, ColorScheme scheme)
    {
        await using var context = await OpenAsync(width, scheme);
        var page = await context.NewPageAsync();
        foreach (var (room, card) in SampleCards.All)
        {
            server.Rooms.Add(room, "Ann", "words of Ann " + new string('w', 80), null);
            server.Rooms.Add(room, null, null, card, pinned: true);
            await page.GotoAsync(server.At($"/?room={room}&who=Ann").AbsoluteUri);
            await page.EvaluateAsync("() => { for (const d of document.querySelectorAll('details')) d.open = true; }");
            await AssertGoodAsync(page, room);
        }
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Every_other_page_is_accessible_and_fits_its_screen(int width, ColorScheme scheme)
    {
        server.Turns.Form = SampleForms.Form;
        await using var locked = await RoomServer.StartAsync(new WebChannelSettings { Key = "key" });
        await using var context = await OpenAsync(width, scheme);
        var page = await context.NewPageAsync();
        Uri[] addresses =
        [
            server.At("/?room=nobody"),
            server.At("/?room=refused&who=" + new string('x', 50)),
            server.At("/?room=no%20room"),
            server.At("/form?room=main&who=Ann&action=form:3"),
            locked.At("/"),
        ];
        foreach (var address in addresses)
        {
            await page.GotoAsync(address.AbsoluteUri);
            await AssertGoodAsync(page, address.PathAndQuery);
        }
    }

    private static async Task AssertGoodAsync(IPage page, string what)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{what}: {string.Join("; ", found.Violations.Select(static v => $"{v.Id} {v.Nodes[0].Html}"))}");
        var wide = await page.EvaluateAsync<string[]>(
            "() => [document.documentElement, ...document.querySelectorAll('main')].filter(e => e.scrollWidth > e.clientWidth).map(e => e.tagName)");
        Assert.True(wide.Length == 0, $"{what} is wider than the screen.");
    }

    // axe is injected as a script of its own, which the page's policy would rightly forbid.
    private Task<IBrowserContext> OpenAsync(int width, ColorScheme scheme) => browser.NewContextAsync(new BrowserNewContextOptions
    {
        BypassCSP = true,
        ColorScheme = scheme,
        ViewportSize = new ViewportSize { Width = width, Height = 800 },
    });
}
