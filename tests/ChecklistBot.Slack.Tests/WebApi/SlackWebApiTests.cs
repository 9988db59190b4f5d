using System.Net;
using System.Text.Json;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Slack.WebApi;

namespace ChecklistBot.Slack.Tests.WebApi;

public sealed class SlackWebApiTests : IDisposable
{
    private readonly Api api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_carries_text_and_blocks_together_and_the_token_in_the_header()
    {
        api.Slack.Answer("""{"ok":true,"channel":"C1","ts":"1.1"}""");

        var reply = await api.Client.PostMessageAsync("C1", "9.9", broadcast: true, Api.Message, Cancellation);

        Assert.Equal(new PostedMessage("C1", "1.1"), reply.Answer);
        var asked = Assert.Single(api.Slack.Asked);
        Assert.Equal(("https://slack.com/api/chat.postMessage", "Bearer xoxb-bot", "application/json; charset=utf-8"), (asked.Address.ToString(), asked.Token, asked.ContentType));
        using var body = JsonDocument.Parse(asked.Body);
        Assert.Equal(
            """{"channel":"C1","thread_ts":"9.9","reply_broadcast":true,"text":"Hello","blocks":[],"unfurl_links":false,"unfurl_media":false}""",
            asked.Body);
    }

    [Fact]
    public async Task Every_sample_of_an_answer_is_read()
    {
        api.Slack.Answer(ReferenceData.Sample("web.auth.test.success_with_bot_token.json"))
            .Answer(ReferenceData.Sample("web.chat.postMessage.success.json"))
            .Answer(ReferenceData.Sample("web.chat.update.success.json"))
            .Answer(ReferenceData.Sample("web.pins.add.success.json"))
            .Answer(ReferenceData.Sample("web.conversations.info.success.json"))
            .Answer(ReferenceData.Sample("web.conversations.join.success.json"))
            .Answer(ReferenceData.Sample("web.users.info.success.json"))
            .Answer(ReferenceData.Sample("web.views.open.success.json"))
            .Answer(ReferenceData.Sample("web.chat.getPermalink.success.json"))
            .Answer(ReferenceData.Sample("web.apps.connections.open.success.json"));

        Assert.Equal(new SlackIdentity("T0G9PQBBK", "W23456789", "BZYBOTHED", "https://subarachnoid.slack.com/"), (await api.Client.AuthTestAsync(Cancellation)).Answer);
        Assert.Equal(
            new PostedMessage("C123ABC456", "1503435956.000247"),
            (await api.Client.PostMessageAsync("C1", null, false, Api.Message, Cancellation)).Answer);
        Assert.Equal("1401383885.000061", (await api.Client.UpdateMessageAsync("C1", "1", Api.Message, Cancellation)).Answer?.Ts);
        Assert.True((await api.Client.AddPinAsync("C1", "1", Cancellation)).IsDone);
        Assert.Equal(
            new ConversationFacts(IsMember: false, IsPrivate: false, IsDirect: false, IsGroup: false, IsArchived: false),
            (await api.Client.GetConversationAsync("C1", Cancellation)).Answer);
        Assert.True((await api.Client.JoinConversationAsync("C1", Cancellation)).IsDone);
        Assert.Equal(new UserFacts("spengler", false, false), (await api.Client.GetUserAsync("U1", Cancellation)).Answer);
        Assert.Equal(new OpenedView("VMHU10V25", "156772938.1827394"), (await api.Client.OpenViewAsync("1", "{}"u8.ToArray(), Cancellation)).Answer);
        Assert.Equal(
            "https://ghostbusters.slack.com/archives/C1H9RESGA/p135854651500008",
            (await api.Client.GetPermalinkAsync("C1", "1", Cancellation)).Answer?.Address);
        Assert.Equal("wss", (await api.Client.OpenConnectionAsync(Cancellation)).Answer?.Address.Scheme);
        Assert.Equal("Bearer xapp-app", api.Slack.Asked[^1].Token);
    }

    [Fact]
    public async Task Every_sample_of_a_refusal_has_a_sentence()
    {
        api.Slack.Answer(ReferenceData.Sample("web.chat.postEphemeral.error.json"))
            .Answer(ReferenceData.Sample("web.chat.postMessage.error.json"))
            .Answer(ReferenceData.Sample("web.views.open.error.json"));

        var codes = new[]
        {
            await Said(api.Client.PostEphemeralAsync("C1", "U1", null, Api.Message, Cancellation)),
            await Said(api.Client.PostMessageAsync("C1", null, false, Api.Message, Cancellation)),
            await Said(api.Client.OpenViewAsync("1", "{}"u8.ToArray(), Cancellation)),
        };

        Assert.Equal(["user_not_in_channel", "too_many_attachments", "invalid_arguments"], codes);
    }

    [Fact]
    public async Task What_is_pinned_or_unpinned_already_counts_as_done()
    {
        api.Slack.Answer("""{"ok":false,"error":"already_pinned"}""").Answer(ReferenceData.Sample("web.pins.remove.error.json"));
        Assert.True((await api.Client.AddPinAsync("C1", "1.1", Cancellation)).IsDone);
        Assert.True((await api.Client.RemovePinAsync("C1", "1.1", Cancellation)).IsDone);
    }

    [Fact]
    public async Task A_429_waits_as_told_and_closes_that_method_alone()
    {
        api.Slack.Answer("Too many", HttpStatusCode.TooManyRequests, retryAfter: 5).Answer("""{"ok":true,"channel":"C1","ts":"1.1"}""").Answer("""{"ok":true,"channel":"C1","ts":"1.1"}""");

        var first = await api.Client.UpdateMessageAsync("C1", "1.1", Api.Message, Cancellation);
        Assert.Equal((SlackReplyKind.Wait, TimeSpan.FromSeconds(5)), (first.Kind, first.After));

        api.Time.Advance(TimeSpan.FromSeconds(3));
        var meanwhile = await api.Client.UpdateMessageAsync("C2", "2.2", Api.Message, Cancellation);
        Assert.Equal((SlackReplyKind.Wait, TimeSpan.FromSeconds(2)), (meanwhile.Kind, meanwhile.After));
        Assert.True((await api.Client.PostMessageAsync("C1", null, false, Api.Message, Cancellation)).IsDone);

        api.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.True((await api.Client.UpdateMessageAsync("C1", "1.1", Api.Message, Cancellation)).IsDone);
        Assert.Equal(3, api.Slack.Asked.Count);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"not_in_channel"}""", 200, SlackReplyKind.Refused)]
    [InlineData("""{"ok":false,"error":"some_code_of_next_year"}""", 200, SlackReplyKind.Refused)]
    [InlineData("""{"ok":false,"error":"ratelimited"}""", 200, SlackReplyKind.Wait)]
    [InlineData("""{"ok":false,"error":"service_unavailable"}""", 200, SlackReplyKind.Wait)]
    [InlineData("""{"ok":false,"error":"fatal_error"}""", 200, SlackReplyKind.Unknown)]
    [InlineData("""{"ok":false,"error":"internal_error"}""", 200, SlackReplyKind.Unknown)]
    [InlineData("oops", 500, SlackReplyKind.Unknown)]
    [InlineData("oops", 200, SlackReplyKind.Unknown)]
    [InlineData("", 200, SlackReplyKind.Unknown)]
    [InlineData("[]", 200, SlackReplyKind.Unknown)]
    [InlineData("""{"ok":true}""", 200, SlackReplyKind.Unknown)]
    [InlineData("""{"ok":"true","channel":"C1","ts":"1.1"}""", 200, SlackReplyKind.Unknown)]
    [InlineData("gone", 404, SlackReplyKind.Unknown)]
    [InlineData("elsewhere", 302, SlackReplyKind.Unknown)]
    public async Task Each_end_of_a_post_has_its_kind(string answer, int status, SlackReplyKind kind)
    {
        api.Slack.Answer(answer, (HttpStatusCode)status);
        Assert.Equal(kind, (await api.Client.PostMessageAsync("C1", null, false, Api.Message, Cancellation)).Kind);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, SlackReplyKind.Wait)]
    [InlineData(HttpRequestError.NameResolutionError, SlackReplyKind.Wait)]
    [InlineData(HttpRequestError.ResponseEnded, SlackReplyKind.Unknown)]
    [InlineData(HttpRequestError.Unknown, SlackReplyKind.Unknown)]
    public async Task A_post_that_never_left_is_told_from_one_that_may_have_arrived(HttpRequestError error, SlackReplyKind kind)
    {
        api.Slack.Fail(error);
        Assert.Equal(kind, (await api.Client.PostMessageAsync("C1", null, false, Api.Message, Cancellation)).Kind);
    }

    [Fact]
    public async Task A_call_that_hangs_is_given_up_and_its_end_is_unknown()
    {
        api.Slack.Hang();
        var call = api.Client.PostMessageAsync("C1", null, false, Api.Message, Cancellation);
        api.Time.Advance(ApiCaller.Patience);
        Assert.Equal(SlackReplyKind.Unknown, (await call).Kind);
    }

    [Fact]
    public async Task A_dead_token_is_a_sentence_in_the_health_check_until_a_call_works_again()
    {
        api.Slack.Answer("""{"ok":false,"error":"token_revoked"}""").Answer("""{"ok":true}""");
        await api.Client.AddPinAsync("C1", "1.1", Cancellation);
        Assert.Contains("Slack:BotToken", api.Health.Problem, StringComparison.Ordinal);
        await api.Client.AddPinAsync("C1", "1.1", Cancellation);
        Assert.Null(api.Health.Problem);
    }

    [Fact]
    public async Task A_permission_that_is_missing_names_the_remedy_and_never_the_token()
    {
        api.Slack.Answer("""{"ok":false,"error":"missing_scope","needed":"pins:write","provided":"chat:write"}""");
        var reply = await api.Client.AddPinAsync("C1", "1.1", Cancellation);
        Assert.Contains("install the app again", reply.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb", reply.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => api.Dispose();

    private static async Task<string> Said<T>(Task<SlackReply<T>> call)
        where T : class
    {
        var reply = await call;
        Assert.Equal(SlackReplyKind.Refused, reply.Kind);
        Assert.NotEmpty(reply.Sentence);
        return reply.Code;
    }
}
