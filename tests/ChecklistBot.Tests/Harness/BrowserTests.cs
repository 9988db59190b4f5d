using Deque.AxeCore.Playwright;

namespace ChecklistBot.Tests.Harness;

public sealed class BrowserTests(Browser browser)
{
    [Fact]
    public async Task The_browser_opens_a_page_and_axe_tells_a_good_one_from_a_bad_one()
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();

        await page.SetContentAsync("""<!doctype html><html lang="en"><title>Good</title><main><h1>Good</h1></main></html>""");
        var good = await page.RunAxe();
        await page.SetContentAsync("""<!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1><img src="data:,"></main></html>""");
        var bad = await page.RunAxe();

        Assert.Empty(good.Violations);
        Assert.Contains(bad.Violations, violation => violation.Id == "image-alt");
    }
}
