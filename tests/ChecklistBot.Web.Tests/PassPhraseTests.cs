using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Web.Tests;

public sealed class PassPhraseTests : IAsyncLifetime
{
    private const string Key = "drei Äpfel & 1 Birne";

    private readonly FakeTimeProvider time = new(FakeRooms.Now);
    private RoomServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await RoomServer.StartAsync(new WebChannelSettings { Key = Key }, time: time);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("/?room=sales&who=Ann")]
    [InlineData("/form?room=sales&who=Ann&action=a")]
    [InlineData("/events?room=sales")]
    [InlineData("/document?room=sales&message=1")]
    public async Task Without_it_nothing_of_a_room_is_shown(string path)
    {
        server.Rooms.Add("sales", "Ann", "secret words", null);
        using var answer = await server.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Pass phrase of this room", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", page, StringComparison.Ordinal);
        Assert.Equal(0, server.Rooms.Reads);
    }

    [Fact]
    public async Task Without_it_nothing_is_done_and_typed_words_come_back()
    {
        using var said = await server.PostAsync("/say", ("who", "Ann"), ("room", "sales"), ("text", "start <CRM>"));
        using var tapped = await server.PostAsync("/tap", ("who", "Ann"), ("action", "next:3"));
        Assert.Equal(HttpStatusCode.Unauthorized, said.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, tapped.StatusCode);
        Assert.Empty(server.Turns.Turns);
        var page = await said.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("You had typed: <bdi>start &lt;CRM&gt;</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"back\" value=\"/?room=sales&amp;who=Ann\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_is_drawn_as_its_golden_file_says()
    {
        using var answer = await server.GetAsync("/?room=sales&who=Ann");
        Golden.Matches("sign-in.html", PageTests.Steady(await answer.Content.ReadAsStringAsync(Cancel)));
    }

    [Fact]
    public async Task With_it_one_comes_back_to_where_one_was_and_stays_signed_in()
    {
        using var answer = await server.PostAsync("/sign-in", ("key", Key), ("back", "/?room=sales&who=Ann"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/?room=sales&who=Ann", answer.Headers.Location?.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Key, Uri.UnescapeDataString(cookie), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await VisitAsync(cookie));
        time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(HttpStatusCode.Unauthorized, await VisitAsync(cookie));
    }

    [Theory]
    [InlineData("")]
    [InlineData("9999999999.")]
    [InlineData("9999999999.AAAA")]
    [InlineData(".x")]
    [InlineData("99999999999999999999999.x")]
    [InlineData("no cookie of ours")]
    public async Task A_made_up_cookie_opens_nothing(string value) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await VisitAsync($"checklistbot-room={value}; path=/"));

    [Fact]
    public async Task A_cookie_whose_end_was_changed_opens_nothing()
    {
        using var answer = await server.PostAsync("/sign-in", ("key", Key), ("back", "/"));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        var end = cookie["checklistbot-room=".Length..cookie.IndexOf('.', StringComparison.Ordinal)];
        Assert.Equal(HttpStatusCode.Unauthorized, await VisitAsync(cookie.Replace(end, "1" + end, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_pass_phrase_signs_everybody_out()
    {
        using var answer = await server.PostAsync("/sign-in", ("key", Key), ("back", "/"));
        await using var changed = await RoomServer.StartAsync(new WebChannelSettings { Key = Key + "!" }, time: time);
        using var request = new HttpRequestMessage(HttpMethod.Get, changed.At("/"));
        request.Headers.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var visit = await changed.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, visit.StatusCode);
    }

    [Theory]
    [InlineData("https://other.example/")]
    [InlineData("//other.example/")]
    [InlineData("/\\other.example/")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    [InlineData("")]
    public async Task Signing_in_never_leads_to_another_site(string back)
    {
        using var answer = await server.PostAsync("/sign-in", ("key", Key), ("back", back));
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_wrong_one_is_refused_once_its_delay_is_over()
    {
        var attempt = server.PostAsync("/sign-in", ("key", "wrong"), ("back", "/?room=sales"));
        while (!attempt.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(5, Cancel);
        }

        using var answer = await attempt;
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("That is not the pass phrase", page, StringComparison.Ordinal);
        Assert.Contains("name=\"back\" value=\"/?room=sales\"", page, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> VisitAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.At("/"));
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var answer = await server.Client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
