using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Web;

[Trait("starts", "the binary")]
public sealed class LongRoomTests(SharedBot shared)
{
    [Fact]
    public async Task However_long_people_go_on_talking_the_register_and_the_open_cards_can_be_reached()
    {
        var room = await Caller.OpenAsync(shared);
        await room.SaysAsync("Ann", "start Leads to sales");
        await room.SaysAsync("Ann", "1a 3a 6a");
        await room.SaysAsync("Ann", "finish");
        await room.SaysAsync("Ann", "pin");
        await room.SaysAsync("Ann", "start Stock levels");
        for (var i = 0; i < 110; i++)
            await room.SaysAsync("Ben", "why #1");
        await room.SaysAsync("Ann", "pinned");

        // A message has a link once it is delivered.
        var page = await Eventually.BecomesAsync(() => room.PageAsync(), page => Links(page).Count == 2);

        var links = Links(page);
        Assert.Equal(2, links.Count);
        Assert.Equal(["live", "recommendation"], links.Select(link => page.QuerySelector($"{link} article")?.GetAttribute("data-kind")));
        Assert.Equal(
            page.QuerySelectorAll("#messages > li").Select(message => message.Id).Distinct(),
            page.QuerySelectorAll("#messages > li").Select(message => message.Id));
        Assert.Contains("Document the exact events", page.QuerySelector("article[data-kind=recommendation]")!.Text(), StringComparison.Ordinal);
    }

    private static List<string> Links(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("#open a, article[data-kind=register] a").Select(link => link.GetAttribute("href")!)];
}
