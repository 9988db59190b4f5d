using System.Net;

namespace ChecklistBot.Web.Tests;

public sealed class OtherSiteTests : IAsyncLifetime
{
    private RoomServer server = null!;

    public async ValueTask InitializeAsync() =>
        server = await RoomServer.StartAsync(new WebChannelSettings { PublicUrl = new Uri("https://checklist.example/") });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("Origin", "https://other.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "no address")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_form_from_another_site_is_refused_and_does_nothing(string header, string value)
    {
        foreach (var path in new[] { "/say", "/tap", "/answers", "/sign-in" })
        {
            using var answer = await SendAsync(HttpMethod.Post, path, (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("This came from another site", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Empty(server.Turns.Turns);
    }

    [Theory]
    [InlineData("/events?room=main")]
    [InlineData("/document?room=main&message=1")]
    [InlineData("/")]
    public async Task A_script_of_another_site_reads_nothing(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_link_from_another_site_opens_the_room()
    {
        using var answer = await SendAsync(
            HttpMethod.Get, "/?room=main", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_frame_of_another_site_gets_no_room()
    {
        using var answer = await SendAsync(
            HttpMethod.Get, "/?room=main", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Our_own_page_the_public_address_and_requests_of_no_page_are_served()
    {
        var own = server.Address.GetLeftPart(UriPartial.Authority);
        (string, string)[][] served =
        [
            [],
            [("Origin", own)],
            [("Origin", own), ("Sec-Fetch-Site", "same-origin")],
            [("Origin", "https://checklist.example")],
            [("Origin", "null"), ("Sec-Fetch-Site", "same-origin")],
            [("Sec-Fetch-Site", "none")],
        ];
        foreach (var headers in served)
        {
            using var answer = await SendAsync(HttpMethod.Post, "/say", headers);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        Assert.Equal(served.Length, server.Turns.Turns.Count);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, server.At(path));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("who", "Ann"), KeyValuePair.Create("text", "help"), KeyValuePair.Create("action", "a")]);
        }

        return await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }
}
