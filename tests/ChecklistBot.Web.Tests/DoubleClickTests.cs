using ChecklistBot.Assessments.Channels;
using ChecklistBot.Tests.Harness;
using Microsoft.Playwright;

namespace ChecklistBot.Web.Tests;

/// <summary>A second click on the same button.</summary>
public sealed class DoubleClickTests(Browser browser) : ScriptedRoom
{
    [Fact]
    public async Task A_second_click_while_the_first_is_under_way_does_nothing()
    {
        using var gate = new ManualResetEventSlim();
        var cancel = TestContext.Current.CancellationToken;
        Server.Turns.Answer = _ =>
        {
            gate.Wait(cancel);
            return new TurnAnswer();
        };
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        var option = page.Locator("[data-option=low]");
        await option.ClickAsync();
        await Assertions.Expect(option).ToHaveAttributeAsync("aria-disabled", "true");
        await option.EvaluateAsync("b => b.click()");
        gate.Set();
        await Assertions.Expect(option).Not.ToHaveAttributeAsync("aria-disabled", "true");
        Assert.Single(Server.Turns.Turns);
    }

    [Fact]
    public async Task A_double_click_is_one_turn_though_the_first_was_answered_before_the_second_came()
    {
        await using var context = await browser.NewContextAsync();
        var page = await VisitAsync(context);
        await page.Clock.InstallAsync();
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddSeconds(1));
        var option = page.Locator("[data-option=low]");
        for (var clicks = 0; clicks < 2; clicks++)
        {
            await option.ClickAsync();
            await Assertions.Expect(option).Not.ToHaveAttributeAsync("aria-disabled", "true");
        }

        await page.Locator("[data-option=medium]").ClickAsync();
        await NextTurnAsync(2);
        await option.ClickAsync();
        await NextTurnAsync(3);
        await Assertions.Expect(option).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await page.Clock.RunForAsync(1500);
        await option.ClickAsync();
        await NextTurnAsync(4);
        Assert.Equal([0, 0, 1, 2, 3], Numbered(Server.Turns.Turns.Select(static turn => turn.DedupeKey!)));
    }

    /// <summary>Equal keys as equal numbers, in the order of their first use.</summary>
    private static IEnumerable<int> Numbered(IEnumerable<string> keys)
    {
        var known = new List<string>();
        foreach (var key in keys)
        {
            if (!known.Contains(key))
            {
                known.Add(key);
            }

            yield return known.IndexOf(key);
        }
    }
}
