using System.Net;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.Turns;

public sealed class HttpDoorTests
{
    [Theory]
    [InlineData("/slack/commands"), InlineData("/slack/interactions"), InlineData("/slack/events")]
    public async Task An_unsigned_or_forged_request_is_refused_and_does_nothing(string path)
    {
        await using var house = await SlackHouse.StartAsync();
        var body = "team_id=T111&channel_id=C111&user_id=U111&trigger_id=1&text=start"u8.ToArray();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.SendRawAsync(path, body)).Status);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await house.SendRawAsync(path, body, ("X-Slack-Request-Timestamp", now), ("X-Slack-Signature", "v0=" + new string('0', 64)))).Status);
        Assert.Empty(house.Core.Told);
    }

    [Fact]
    public async Task An_ssl_check_gets_an_empty_200_and_nothing_smuggled_into_it_is_read()
    {
        await using var house = await SlackHouse.StartAsync();
        var body = "ssl_check=1&token=x&team_id=T111&channel_id=C111&user_id=U111&trigger_id=1&command=%2Fchecklist&text=start&payload=%7B%7D"u8.ToArray();
        Assert.Equal((HttpStatusCode.OK, ""), await house.SendRawAsync("/slack/commands", body));
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.SendRawAsync("/slack/interactions", body)).Status);
        Assert.Empty(house.Core.Told);
    }

    [Fact]
    public async Task The_challenge_is_repeated_only_when_it_is_signed()
    {
        await using var house = await SlackHouse.StartAsync();
        const string challenge = """{"type":"url_verification","challenge":"abc"}""";
        Assert.Equal((HttpStatusCode.OK, """{"challenge":"abc"}"""), await house.EventAsync(challenge));
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.SendRawAsync("/slack/events", System.Text.Encoding.UTF8.GetBytes(challenge))).Status);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_refused_before_it_is_read()
    {
        await using var house = await SlackHouse.StartAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await house.SendRawAsync("/slack/events", new byte[2_000_000])).Status);
    }

    [Theory]
    [InlineData("/slack/events", "no json"), InlineData("/slack/events", "[]"), InlineData("/slack/events", "")]
    [InlineData("/slack/interactions", "payload=no+json"), InlineData("/slack/interactions", "x=1"), InlineData("/slack/interactions", "payload=%7B%7D&payload=%7B%7D")]
    [InlineData("/slack/commands", ""), InlineData("/slack/commands", "text=start")]
    public async Task What_slack_never_sends_is_a_400_that_asks_for_no_repeat(string path, string body)
    {
        await using var house = await SlackHouse.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await house.SendAsync(path, body)).Status);
    }

    [Fact]
    public async Task A_turn_that_could_not_be_kept_makes_slack_send_an_event_again_and_asks_a_typist_to()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = _ => throw new StorageUnavailableException("disk full");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await house.EventAsync(Mention("start"))).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await house.InteractAsync(house.Press("tap:1", "x"))).Status);
        var (status, body) = await house.CommandAsync("start");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("type it again", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_acknowledged_well_within_3_seconds_while_the_web_api_hangs()
    {
        var time = new WaitedTime();
        await using var house = await SlackHouse.StartAsync(time: time, prepare: slack =>
        {
            foreach (var method in new[] { "auth.test", "users.info", "conversations.info", "views.open", "chat.postEphemeral", "chat.postMessage" })
            {
                for (var call = 0; call < 20; call++)
                    slack.Next(method, async () =>
                    {
                        await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
                        return Microsoft.AspNetCore.Http.Results.Ok();
                    });
            }
        });
        house.Core.Answer = _ => new TurnAnswer { Reply = SampleCards.Reply() };

        await InTimeAsync(house.CommandAsync("start CRM to accounting"));
        await InTimeAsync(house.EventAsync(Mention("help", "U444")));
        await InTimeAsync(house.InteractAsync(house.Press("tap:1", "x")));
        await InTimeAsync(house.InteractAsync(house.Press("form:1", "all~1")));
        Assert.Equal(3, house.Core.Told.Count);

        async Task InTimeAsync(Task<(HttpStatusCode Status, string Body)> request)
        {
            Assert.InRange(await time.PassAsync(until: request), TimeSpan.Zero, TimeSpan.FromSeconds(2.9));
            Assert.Equal(HttpStatusCode.OK, (await request).Status);
        }
    }

    internal static string Mention(string text, string user = "U111", string ts = "1764000001.000100", string? thread = null, string id = "Ev1") =>
        $$"""
        {"type":"event_callback","event_id":"{{id}}","team_id":"T111","authorizations":[{"team_id":"T111","user_id":"U222","is_bot":true,"is_enterprise_install":false}],
         "event":{"type":"app_mention","user":"{{user}}","text":"<@U222> {{text}}","ts":"{{ts}}","channel":"C111"{{(thread is null ? "" : $",\"thread_ts\":\"{thread}\"")}} } }
        """;
}
