using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.WebApi;

/// <summary>A bot that is not ready gets no requests, so it finds out by itself that it is ready again.</summary>
public sealed class SlackProbeTests : IDisposable
{
    private readonly Api api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_that_was_refused_is_tried_again_every_half_minute_until_it_works()
    {
        var probe = new SlackProbe(api.Client, api.Health, api.Time);
        api.Slack.Answer("""{"ok":false,"error":"account_inactive"}""");
        await api.Client.PostMessageAsync("C1", null, broadcast: false, Api.Message, Cancellation);

        Assert.NotNull(await probe.FindProblemAsync(Cancellation));
        api.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.NotNull(await probe.FindProblemAsync(Cancellation));
        Assert.Single(api.Slack.Asked);

        api.Slack.Answer("""{"ok":false,"error":"account_inactive"}""").Answer("""{"ok":true,"team_id":"T1","user_id":"U1","bot_id":"B1","url":"https://t.slack.com/"}""");
        api.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await probe.FindProblemAsync(Cancellation));
        Assert.NotNull(await probe.FindProblemAsync(Cancellation));
        Assert.Equal(2, api.Slack.Asked.Count);
        api.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await probe.FindProblemAsync(Cancellation));
        Assert.Equal(["chat.postMessage", "auth.test", "auth.test"], api.Slack.Asked.Select(asked => asked.Address.Segments[^1]));
    }

    public void Dispose() => api.Dispose();
}
