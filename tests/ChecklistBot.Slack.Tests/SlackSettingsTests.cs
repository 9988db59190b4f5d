namespace ChecklistBot.Slack.Tests;

public sealed class SlackSettingsTests
{
    [Fact]
    public void Nothing_set_is_off_and_sound() => Assert.Empty(SlackSettings.Findings(new SlackSettings()));

    [Fact]
    public void Socket_mode_and_http_each_need_the_bot_token_and_are_then_sound()
    {
        Assert.Empty(SlackSettings.Findings(new SlackSettings { AppToken = "xapp-1", BotToken = "xoxb-1" }));
        Assert.Empty(SlackSettings.Findings(new SlackSettings { SigningSecret = "s", BotToken = "xoxb-1" }));
        Assert.Contains("Slack:BotToken is missing", Only(new SlackSettings { AppToken = "xapp-1" }), StringComparison.Ordinal);
        Assert.Contains("Slack:BotToken is missing", Only(new SlackSettings { SigningSecret = "s" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Swapped_tokens_are_told_apart_and_never_repeated()
    {
        var findings = SlackSettings.Findings(new SlackSettings { AppToken = "xoxb-secret", BotToken = "xapp-secret" });
        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding => Assert.DoesNotContain("secret", finding, StringComparison.Ordinal));
    }

    [Fact]
    public void A_bot_token_alone_does_nothing_and_says_so() =>
        Assert.Contains("neither", Only(new SlackSettings { BotToken = "xoxb-1" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("xoxb-1 "), InlineData("\"xoxb-1\""), InlineData("xoxb-\r\n1")]
    public void A_token_with_characters_that_would_break_the_header_is_found(string token) =>
        Assert.Contains("copy it again", Only(new SlackSettings { SigningSecret = "s", BotToken = token }), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://slack.com/api/"), InlineData("slack.com"), InlineData("https://a:b@slack.com/api/"), InlineData("ftp://slack.com/")]
    public void Tokens_are_sent_to_https_or_loopback_only(string address) =>
        Assert.Contains("Slack:ApiBaseUrl", Only(new SlackSettings { SigningSecret = "s", BotToken = "xoxb-1", ApiBaseUrl = address }), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1:4003/api/"), InlineData("http://localhost:4003/api"), InlineData("https://slack-gov.com/api/")]
    public void Other_platforms_and_test_servers_are_allowed(string address) =>
        Assert.Empty(SlackSettings.Findings(new SlackSettings { SigningSecret = "s", BotToken = "xoxb-1", ApiBaseUrl = address }));

    private static string Only(SlackSettings settings) => Assert.Single(SlackSettings.Findings(settings));
}
