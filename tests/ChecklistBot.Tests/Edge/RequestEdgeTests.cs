using System.Net;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Edge;

[Trait("starts", "the binary")]
public sealed class RequestEdgeTests
{
    [Theory]
    [InlineData("")]
    [InlineData("events?room=main")]
    [InlineData("not-yet-a-page")]
    public async Task A_foreign_host_gets_403_with_a_sentence_on_every_address_of_the_web_channel(string address)
    {
        await using var bot = await BotProcess.StartAsync();

        using var answer = await GetAsync(bot, address, host: "evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            $"Its address is {bot.Address.GetLeftPart(UriPartial.Authority)};",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(answer.Headers.Contains("Referrer-Policy"));
    }

    [Theory]
    [InlineData("say")]
    [InlineData("tap")]
    public async Task A_form_for_a_foreign_host_gets_403(string address)
    {
        await using var bot = await BotProcess.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("who", "Ann"), KeyValuePair.Create("text", "start")]);
        request.Headers.Host = "evil.example";

        using var answer = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    /// <summary>The server closes such a connection; a proxy that was not told would lose the next request on it, which is somebody else's.</summary>
    [Theory]
    [InlineData("say", 300_000, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("sign-in", 300_000, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("say", 300_000, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("not-yet-a-page", 300_000, false, HttpStatusCode.NotFound)]
    [InlineData("not-yet-a-page", 300_000, true, HttpStatusCode.NotFound)]
    [InlineData("health/live", 300_000, false, HttpStatusCode.OK)]
    public async Task An_answer_to_a_body_that_is_not_read_to_its_end_says_that_the_connection_closes(string address, int length, bool inChunks, HttpStatusCode status)
    {
        await using var bot = await BotProcess.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative))
        {
            // A field that is too long, and nothing else that could be wrong with it.
            Content = new ByteArrayContent([.. "text="u8, .. new byte[length - 5]]) { Headers = { ContentType = new("application/x-www-form-urlencoded") } },
        };
        request.Headers.TransferEncodingChunked = inChunks;

        using var answer = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.True(answer.Headers.ConnectionClose);
    }

    [Fact]
    public async Task An_answer_to_a_body_within_the_limits_keeps_the_connection()
    {
        await using var bot = await BotProcess.StartAsync();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("who", "Ann"), KeyValuePair.Create("room", "main"), KeyValuePair.Create("text", "help")]);

        using var answer = await bot.Http.PostAsync(new Uri("say", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.NotEqual(true, answer.Headers.ConnectionClose);
    }

    [Fact]
    public async Task A_visitor_by_an_unknown_name_is_told_what_can_be_done_and_no_address_that_nobody_can_open()
    {
        await using var bot = await BotProcess.StartAsync(new BotOptions { Settings = { ["Urls"] = "http://0.0.0.0:0", ["Web:Key"] = "a pass phrase" } });

        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(bot.Address) { Host = "127.0.0.1" }.Uri);
        request.Headers.Host = "checklist.example.org";

        using var answer = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(
            "ChecklistBot does not answer under that name. Whoever runs it can set PublicUrl to the address that you used.\n",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Probes_may_use_any_host()
    {
        await using var bot = await BotProcess.StartAsync();

        using var answer = await GetAsync(bot, "health/live", host: "10.20.30.40:8080");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_public_address_is_one_of_the_bots_own()
    {
        await using var bot = await BotProcess.StartAsync(new BotOptions { Settings = { ["PublicUrl"] = "https://checklist.example.org" } });

        using var answer = await GetAsync(bot, "", host: "checklist.example.org");

        Assert.NotEqual(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> GetAsync(BotProcess bot, string address, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Host = host;
        return await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
