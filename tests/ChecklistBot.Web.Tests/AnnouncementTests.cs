using ChecklistBot.Assessments.Cards;
using ChecklistBot.Tests.Harness;
using Microsoft.Playwright;

namespace ChecklistBot.Web.Tests;

/// <summary>What people hear who do not see the page change.</summary>
public sealed class AnnouncementTests(Browser browser) : ScriptedRoom
{
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

    private static Card WithNews(params string[] news) => SampleCards.All["split"] with { News = [.. news] };
}
