using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Web;

namespace ChecklistBot.Tests.Crash;

/// <summary>A full conversation in which the power fails after every single turn: what was acknowledged is there afterwards, once.</summary>
[Trait("starts", "the binary")]
public sealed class KilledAfterEachTurnTests
{
    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_or_done_twice_when_the_bot_is_killed_after_each_turn_of_a_conversation()
    {
        await using var bot = await BotProcess.StartAsync();
        var room = new Caller(bot, "main");

        await KilledAfter(room => room.SaysAsync("Ann", "start CRM to accounting", "t1"), "#1 CRM to accounting", "0 of 6 answered");
        await KilledAfterTap("Ann", "frequency", "nightly", "1 of 6 answered");
        await KilledAfter(room => room.SaysAsync("Ann", "next", "t3"), "Item 2 of 6");
        await KilledAfterTap("Ben", "delay", "minutes", "2 of 6 answered");
        await KilledAfterTap("Chi", "delay", "hours", "Tied");
        await KilledAfter(room => room.SaysAsync("Chi", "3 rework", "t5"), "3 of 6 answered");
        await KilledAfter(room => room.SaysAsync("Ben", "5a", "t6"), "4 of 6 answered");
        await KilledAfter(room => room.SaysAsync("Ann", "6 not sure", "t7"), "Not sure");
        await KilledAfter(room => room.SaysAsync("Ann", "finish", "t8"), "Item 2 decides");
        await KilledAfter(room => room.SaysAsync("Ben", "settle 2 hours", "t9"), "ettled on “Can wait hours” by Ben");
        await KilledAfter(room => room.SaysAsync("Ann", "finish", "t10"), "Recommended path: Nightly batch");
        Assert.Equal("nightly-batch", Caller.Card(await room.PageAsync(), "recommendation").GetAttribute("data-path"));

        await KilledAfter(room => room.SaysAsync("Ann", "pin", "t11"), "Recommended path: Nightly batch");
        Assert.Contains("Unpin", Caller.Card(await room.PageAsync(), "recommendation").Text(), StringComparison.Ordinal);
        await KilledAfter(room => room.SaysAsync("Chi", "reopen", "t12"), "revision 2");
        await KilledAfter(room => room.SaysAsync("Chi", "settle 2 minutes", "t13"), "ettled on “Can wait minutes” by Chi");
        await KilledAfter(room => room.SaysAsync("Chi", "finish", "t14"), "Recommended path: Lightweight connector");

        var page = await room.PageAsync();
        var given = page.QuerySelectorAll("article[data-kind=recommendation]");
        Assert.Equal(["1", "2"], given.Select(card => card.GetAttribute("data-revision")));
        Assert.Equal("lightweight-connector", given[1].GetAttribute("data-path"));
        Assert.Contains("Revision 2 replaced this one", given[0].Text(), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("article[data-kind=live]"));

        Task KilledAfterTap(string who, string item, string option, string shown) =>
            KilledAfter(async room => await room.TapsAsync(who, Caller.Action(await room.PageAsync(), item, option), $"{item}:{who}"), shown);

        // The turn is repeated with its token after the restart, as a browser does that never got its answer.
        async Task KilledAfter(Func<Caller, Task> turn, params string[] shown)
        {
            await turn(room);
            await bot.KillAsync();
            await bot.StartAgainAsync();
            var before = Messages(await room.PageAsync());
            await turn(room);
            var after = await room.PageAsync();
            Assert.Equal(before, Messages(after));
            foreach (var words in shown)
                Assert.Contains(words, after.Body!.Text(), StringComparison.Ordinal);
        }
    }

    private static int Messages(IHtmlDocument page) => page.QuerySelectorAll("#messages > li").Length;
}
