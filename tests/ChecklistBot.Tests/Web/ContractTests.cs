using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ChecklistBot.Tests.Web;

/// <summary>The names that deployments, scripts and tests outside this repository rely on.</summary>
[Trait("starts", "the binary")]
public sealed partial class ContractTests(SharedBot shared)
{
    [Fact]
    public async Task Say_and_tap_answer_303_to_the_room_as_the_person_sees_it()
    {
        var room = await Caller.OpenAsync(shared);

        var said = await room.PostAsync("say", room.Fields("Zoë & Co", ("text", "start CRM to accounting")));
        var tapped = await room.PostAsync("tap", room.Fields("Ann", ("action", Caller.Action(await room.PageAsync(), "frequency", "nightly"))));

        Assert.Equal((HttpStatusCode.SeeOther, $"/?room={room.Room}&who=Zo%C3%AB%20%26%20Co"), (said.Status, said.Location));
        Assert.Equal((HttpStatusCode.SeeOther, $"/?room={room.Room}&who=Ann"), (tapped.Status, tapped.Location));
    }

    [Fact]
    public async Task The_room_is_main_unless_it_is_named()
    {
        var bot = await shared.StartedAsync();
        var main = new Caller(bot, "main");

        var answer = await main.PostAsync("say", new Dictionary<string, string> { ["who"] = "Ann", ["text"] = "help" });

        Assert.Equal("/?room=main&who=Ann", answer.Location);
    }

    [Fact]
    public async Task The_same_token_is_the_same_turn_and_no_token_is_always_a_new_one()
    {
        var room = await Caller.OpenAsync(shared);

        await room.SaysAsync("Ann", "start One", token: "t1");
        await room.SaysAsync("Ann", "start One", token: "t1");
        await room.SaysAsync("Ann", "start Two");
        await room.SaysAsync("Ann", "start Two");

        Assert.Equal(
            ["#1 One", "#2 Two", "#3 Two"],
            (await room.PageAsync()).QuerySelectorAll("article[data-kind=live] h3").Select(heading => heading.Text()));
    }

    [Fact]
    public async Task A_card_is_an_article_that_says_what_it_is_and_its_buttons_carry_opaque_actions()
    {
        var room = await Caller.OpenAsync(shared);
        await room.SaysAsync("Ann", "start Leads to sales");

        var live = Caller.Card(await room.PageAsync(), "live");
        var id = live.GetAttribute("data-assessment")!;
        Assert.NotEmpty(id);
        Assert.Equal("1", live.GetAttribute("data-revision"));
        Assert.False(live.HasAttribute("data-path"));
        var options = live.QuerySelectorAll("button[data-item=frequency]");
        Assert.Equal(["real-time", "hourly", "nightly", "less-often", "not-sure"], options.Select(button => button.GetAttribute("data-option")));
        Assert.All(live.QuerySelectorAll("button[data-item], .buttons > button"), button => Assert.Equal("action", button.GetAttribute("name")));

        await room.SaysAsync("Ann", "1a 3a 6a");
        await room.SaysAsync("Ann", "finish");
        var recommendation = Caller.Card(await room.PageAsync(), "recommendation");
        Assert.Equal(id, recommendation.GetAttribute("data-assessment"));
        Assert.Equal("1", recommendation.GetAttribute("data-revision"));
        Assert.Equal("immediate-sync", recommendation.GetAttribute("data-path"));

        await room.SaysAsync("Ann", "pinned");
        await room.SaysAsync("Ann", "why");
        var page = await room.PageAsync();
        Assert.NotNull(Caller.Card(page, "register"));
        Assert.NotNull(Caller.Card(page, "reply"));
        Assert.All(page.QuerySelectorAll("article"), article => Assert.Matches(Kinds(), article.GetAttribute("data-kind")));
    }

    [Fact]
    public async Task A_reopened_assessment_gives_revision_2()
    {
        var room = await Caller.OpenAsync(shared);
        await room.SaysAsync("Ann", "start Leads to sales");
        await room.SaysAsync("Ann", "1a 3a 6a");
        await room.SaysAsync("Ann", "finish");
        await room.SaysAsync("Ann", "reopen");
        await room.SaysAsync("Ann", "6b");
        await room.SaysAsync("Ann", "finish");

        var newest = Caller.Card(await room.PageAsync(), "recommendation");

        Assert.Equal(("2", "lightweight-connector"), (newest.GetAttribute("data-revision"), newest.GetAttribute("data-path")));
    }

    [Fact]
    public async Task The_event_stream_sends_each_changed_card_and_resumes_after_the_last_id()
    {
        var room = await Caller.OpenAsync(shared);
        var cancel = TestContext.Current.CancellationToken;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(30));

        string? seen = null;
        using (var stream = await ListenAsync(room.Room, lastEventId: null))
        {
            await room.SaysAsync("Ann", "start CRM to accounting");
            await foreach (var item in Events(stream))
            {
                Assert.Equal("card", item.EventType);
                var (id, html) = Read(item);
                Assert.Equal(id, html.FirstElementChild!.Id);
                seen = item.EventId;
                if (html.QuerySelector("article[data-kind=live]") is not null)
                    break;
            }
        }

        // While nobody listens.
        await room.AnswersAsync("Ben", "frequency", "nightly");
        using var again = await ListenAsync(room.Room, seen);
        await foreach (var item in Events(again))
        {
            Assert.True(long.Parse(item.EventId!, System.Globalization.CultureInfo.InvariantCulture) > long.Parse(seen!, System.Globalization.CultureInfo.InvariantCulture));
            var (_, html) = Read(item);
            Assert.Null(html.QuerySelector(".said"));
            if (html.QuerySelector("article[data-kind=live]")!.Text().Contains("Moves every night: Ben", StringComparison.Ordinal))
                return;
        }

        Assert.Fail("The stream ended without the card that changed meanwhile.");

        async Task<HttpResponseMessage> ListenAsync(string name, string? lastEventId)
        {
            var bot = await shared.StartedAsync();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"events?room={name}", UriKind.Relative));
            if (lastEventId is not null)
                request.Headers.Add("Last-Event-ID", lastEventId);
            var response = await bot.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
            return response;
        }

        async IAsyncEnumerable<SseItem<string>> Events(HttpResponseMessage response)
        {
            await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(limit.Token)).EnumerateAsync(limit.Token))
                yield return item;
        }
    }

    private static (string Id, IElement Html) Read(SseItem<string> item)
    {
        using var data = JsonDocument.Parse(item.Data);
        Assert.Equal(["id", "html"], data.RootElement.EnumerateObject().Select(property => property.Name));
        return (
            data.RootElement.GetProperty("id").GetString()!,
            new HtmlParser().ParseDocument(data.RootElement.GetProperty("html").GetString()!).Body!);
    }

    [GeneratedRegex("^(live|recommendation|register|reply)$")]
    private static partial Regex Kinds();
}
