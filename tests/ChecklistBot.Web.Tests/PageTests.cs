using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Web.Tests;

public sealed partial class PageTests : IAsyncLifetime
{
    private RoomServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await RoomServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_page_is_drawn_as_its_golden_file_says()
    {
        server.Rooms.Add("main", "Ann", "start CRM to accounting", null);
        server.Rooms.Add("main", null, null, SampleCards.All["folded"]);
        server.Rooms.Add("main", null, null, SampleCards.All["recommendation"], pinned: true);
        server.Rooms.Add("main", "Ben", null, SampleCards.All["reply"]);
        Golden.Matches("page.html", Steady(await server.ReadAsync("/?who=Ben")));
    }

    [Fact]
    public async Task The_page_of_somebody_unnamed_asks_who_they_are() => Golden.Matches("page-unnamed.html", Steady(await server.ReadAsync("/?room=quiet")));

    [Fact]
    public async Task The_form_of_all_items_is_drawn_as_its_golden_file_says()
    {
        server.Turns.Form = SampleForms.Form;
        Golden.Matches("form.html", Steady(await server.ReadAsync("/form?room=main&who=Ann&action=form:3")));
    }

    [Fact]
    public async Task Each_page_has_a_token_of_its_own_in_every_form()
    {
        server.Rooms.Add("main", null, null, SampleCards.All["start"]);
        var first = Tokens(await server.ReadAsync("/?who=Ann"));
        var second = Tokens(await server.ReadAsync("/?who=Ann"));
        Assert.Single(first.Distinct());
        Assert.Equal(4, first.Count);
        Assert.NotEqual(first[0], second[0]);
    }

    [Fact]
    public async Task Ids_on_the_page_are_unique()
    {
        foreach (var card in SampleCards.All.Values.Concat(SampleCards.All.Values))
        {
            server.Rooms.Add("main", null, null, card);
        }

        var ids = Id().Matches(await server.ReadAsync("/?who=Ann")).Select(static m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task Nothing_on_the_page_is_inline_and_nothing_comes_from_elsewhere()
    {
        foreach (var card in SampleCards.All.Values)
        {
            server.Rooms.Add("main", null, null, card);
        }

        var page = await server.ReadAsync("/?who=Ann");
        Assert.DoesNotMatch("<style|\\sstyle=|\\son[a-z]+=|<script>", page);
        Assert.All(Source().Matches(page), static m => Assert.StartsWith("/assets/", m.Groups[1].Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_forbids_inline_scripts_other_sites_and_frames()
    {
        using var answer = await server.GetAsync("/");
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task The_stylesheets_and_the_script_may_be_kept_for_ever()
    {
        var page = await server.ReadAsync("/");
        foreach (var (pattern, type) in new[] { ("/assets/room\\.[0-9a-f]{12}\\.css", "text/css"), ("/assets/cards\\.[0-9a-f]{12}\\.css", "text/css"), ("/assets/room\\.[0-9a-f]{12}\\.js", "text/javascript") })
        {
            using var answer = await server.GetAsync(Regex.Match(page, pattern).Value);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
            var kept = string.Join(", ", answer.Headers.NonValidated["Cache-Control"]);
            Assert.Equal("public, max-age=31536000, immutable", kept);
        }

        using var other = await server.GetAsync("/assets/room.000000000000.js");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    /// <summary>The cards go on from what the page lays down, and of two rules that weigh the same the later one counts.</summary>
    [Fact]
    public async Task The_stylesheet_of_the_cards_stands_behind_that_of_the_page()
    {
        var page = await server.ReadAsync("/");
        Assert.Equal(["room", "cards"], Regex.Matches(page, "<link rel=\"stylesheet\" href=\"/assets/([a-z]+)\\.").Select(match => match.Groups[1].Value));
    }

    [Fact]
    public async Task A_person_of_another_name_is_offered_beside_the_colleagues()
    {
        var page = await server.ReadAsync("/?who=Zo%C3%AB");
        Assert.Contains("<a href=\"/?room=main&amp;who=Zo%C3%AB\" aria-current=\"true\"><bdi>Zoë</bdi></a>", page, StringComparison.Ordinal);
        Assert.Contains("who=Chi\"><bdi>Chi</bdi>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_name_in_the_address_is_said_and_shows_the_room_all_the_same()
    {
        server.Rooms.Add("main", "Ann", "hello", null);
        using var answer = await server.GetAsync("/?who=" + new string('x', 41));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("That name does not work", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>hello</bdi>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_previews_nothing_is_shown_beside_a_card()
    {
        await using var bare = await RoomServer.StartAsync(previews: false);
        bare.Rooms.Add("main", null, null, SampleCards.All["reply"]);
        Assert.DoesNotContain("preview", await bare.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_a_card_can_be_taken_away_as_a_file()
    {
        var message = server.Rooms.Add("main", "Ann", null, SampleCards.All["record"]);
        using var answer = await server.GetAsync($"/document?room=main&message={message.Number}&part=0");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/markdown", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("decision-3.md", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(((DocumentBlock)SampleCards.All["record"].Blocks[1]).Content, await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_table_begins_with_the_mark_by_which_a_spreadsheet_knows_its_encoding_and_no_other_document_does()
    {
        var table = new DocumentBlock("assessments.csv", "text/csv", "number,title\r\n1,Café £5\r\n");
        server.Rooms.Add("main", "Ann", null, SampleCards.All["record"] with { Blocks = [table, table with { FileName = "a.json", MediaType = "application/json" }] });

        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(table.Content)], await BytesAsync(part: 0));
        Assert.Equal(Encoding.UTF8.GetBytes(table.Content), await BytesAsync(part: 1));

        async Task<byte[]> BytesAsync(int part)
        {
            using var answer = await server.GetAsync($"/document?room=main&message=1&part={part}");
            return await answer.Content.ReadAsByteArrayAsync(Cancel);
        }
    }

    [Theory]
    [InlineData("message=1&part=1")]
    [InlineData("message=2")]
    [InlineData("message=x&part=-1")]
    [InlineData("message=99999999999999999999")]
    [InlineData("")]
    public async Task A_document_that_is_not_there_is_said_to_be_gone(string query)
    {
        server.Rooms.Add("main", "Ann", null, SampleCards.All["record"]);
        using var answer = await server.GetAsync("/document?room=main&" + query);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("not here any more", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_another_room_is_not_to_be_had()
    {
        server.Rooms.Add("sales", "Ann", null, SampleCards.All["record"]);
        using var answer = await server.GetAsync("/document?room=main&message=1&part=0");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    internal static string Steady(string page) => Token().Replace(Asset().Replace(page, "/assets/$1.HASH."), "name=\"token\" value=\"TOKEN\"");

    private static List<string> Tokens(string page) => [.. Token().Matches(page).Select(static m => m.Value)];

    [GeneratedRegex("name=\"token\" value=\"[^\"]*\"")]
    private static partial Regex Token();

    [GeneratedRegex("/assets/([a-z]+)\\.[0-9a-f]+\\.")]
    private static partial Regex Asset();

    [GeneratedRegex("\\sid=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("\\ssrc=\"([^\"]*)\"")]
    private static partial Regex Source();
}
