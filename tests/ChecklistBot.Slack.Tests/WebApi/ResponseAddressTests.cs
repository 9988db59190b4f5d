using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Slack.WebApi;

namespace ChecklistBot.Slack.Tests.WebApi;

public sealed class ResponseAddressTests
{
    [Theory]
    [InlineData("https://hooks.slack.com/commands/T1/1/x", true)]
    [InlineData("https://hooks.slack-gov.com/actions/T1/1/x", true)]
    [InlineData("http://hooks.slack.com/commands/T1/1/x", false)]
    [InlineData("https://hooks.slack.com.example/commands", false)]
    [InlineData("https://hooks.slack.com@example.com/", false)]
    [InlineData("https://user@hooks.slack.com/", false)]
    [InlineData("https://hooks.slack.com:444/", false)]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("http://169.254.169.254/latest", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("not an address", false)]
    public void Answers_go_to_slacks_own_host_only(string address, bool allowed) =>
        Assert.Equal(allowed, ResponseAddress.IsSlacks(address, new Uri(SlackSettings.PlatformApi), out _));

    [Theory]
    [InlineData("http://127.0.0.1:4000/hook/1", true)]
    [InlineData("http://127.0.0.1:4001/hook/1", false)]
    [InlineData("https://127.0.0.1:4000/hook/1", false)]
    public void A_loopback_platform_is_its_own_host(string address, bool allowed) =>
        Assert.Equal(allowed, ResponseAddress.IsSlacks(address, new Uri("http://127.0.0.1:4000/api/"), out _));

    [Fact]
    public async Task A_foreign_address_is_refused_without_a_request()
    {
        using var api = new Api();
        var reply = await api.Client.RespondAsync("https://example.com/", Api.Message, false, null, TestContext.Current.CancellationToken);
        Assert.Equal(SlackReplyKind.Refused, reply.Kind);
        Assert.Empty(api.Slack.Asked);
    }

    [Fact]
    public async Task An_answer_carries_no_token_and_says_who_sees_it()
    {
        using var api = new Api();
        api.Slack.Answer("ok").Answer("ok");
        Assert.True((await api.Client.RespondAsync("https://hooks.slack.com/x", Api.Message, true, "9.9", TestContext.Current.CancellationToken)).IsDone);
        Assert.True((await api.Client.RespondAsync("https://hooks.slack.com/x", null, true, null, TestContext.Current.CancellationToken)).IsDone);

        Assert.All(api.Slack.Asked, asked => Assert.Null(asked.Token));
        Assert.StartsWith("""{"response_type":"ephemeral","replace_original":true,"text":"Hello","blocks":[]""", api.Slack.Asked[0].Body, StringComparison.Ordinal);
        Assert.Equal("""{"delete_original":true}""", api.Slack.Asked[1].Body);
    }
}
