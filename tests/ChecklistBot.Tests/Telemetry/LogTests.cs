using System.Text;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Platforms;

namespace ChecklistBot.Tests.Telemetry;

/// <summary>At the lowest level, for every category and every kind of output, nothing of anybody's is logged.</summary>
[Trait("starts", "the binary")]
public sealed class LogTests
{
    /// <summary>Unmistakable wherever they turn up.</summary>
    private const string Person = "UQuillfeather", Title = "Xylophone ledger", NewTitle = "Bassoon ledger", Words = "zebra crossing at noon",
        BotToken = "xoxb-secret-ostrich", AppToken = "xapp-secret-walrus", PassPhrase = "phrase narwhal", WrongPhrase = "phrase toucan", FormToken = "token-heron";

    private static readonly string[] Secrets =
        [Person, "Quillfeather", "Xylophone", "Bassoon", "zebra", "ostrich", "walrus", "narwhal", "toucan", "heron", SlackPlace.Secret, "/hook/", "checklistbot-room="];

    private static readonly Dictionary<string, string> Loudest = new()
    {
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Microsoft"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel"] = "Trace",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Trace",
        ["Logging:Console:LogLevel:Default"] = "Trace",
        ["Logging:Console:LogLevel:Microsoft.AspNetCore.Hosting"] = "Trace",
    };

    [Theory]
    [InlineData("Development"), InlineData("Production")]
    public async Task A_whole_conversation_on_every_platform_leaves_no_name_title_text_or_token_in_the_logs(string environment)
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        var settings = new Dictionary<string, string>(AllPlatforms.Settings(slack)) { ["Slack:BotToken"] = BotToken, ["Slack:AppToken"] = AppToken };
        foreach (var (key, value) in Loudest)
            settings[key] = value;
        if (environment == "Production")
        {
            settings.Remove("Teams:Authentication");
            settings["Web:Key"] = PassPhrase;
        }

        await using var bot = await BotProcess.StartAsync(new BotOptions { Environment = environment, Settings = settings });
        var requests = new Requests(bot.Http);

        // A socket that is not greeted within 15 s is given up.
        var socket = await slack.NextSocketAsync();
        await socket.HelloAsync();
        if (environment == "Production")
            await SignInAsync(requests, bot.Http);

        var room = new WebPlace(requests, "main");
        await ConverseAsync(room);
        await room.PostAsync("say", Person, ("text", Words), ("token", FormToken));
        await room.LookAsync(Person);
        var channel = new SlackPlace(requests, slack, "T111", "C1");
        await ConverseAsync(channel);
        await channel.CommandAsync(Person, "export #1");
        await ConverseAsync(new SlackPlace(requests, slack, "T111", "D1"));
        if (environment == "Development")
            await ConverseAsync(new TeamsPlace(requests, teams, "tenant-a", "19:one@thread.tacv2", "groupChat"));
        await TalkOverSocketAsync(slack, socket);
        await MakeTroubleAsync(requests, slack, room);
        Assert.Contains("Another", (await Eventually.BecomesAsync(() => Outgoing(slack), said => said.Contains("Another", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Equal(0, await bot.StopAsync());

        Assert.Contains("Left a payload alone", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Output.Split('\n'), line => Array.Exists(Secrets, secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task ConverseAsync(IPlace place)
    {
        foreach (var words in new[] { $"start {Title}", "1a", "2c", "3b", "4a", "5a", "6b", Words, $"rename {NewTitle}", "status", "list", "export #1", "finish", "pin", "pinned", "forget me" })
            await place.SayAsync(Person, words);
    }

    private static async Task SignInAsync(Requests requests, HttpClient http)
    {
        await requests.SendAsync(HttpMethod.Post, "sign-in", new FormUrlEncodedContent([KeyValuePair.Create("key", WrongPhrase), KeyValuePair.Create("back", $"/?who={Person}")]));
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("key", PassPhrase), KeyValuePair.Create("back", $"/?who={Person}")]);
        using var answer = await http.PostAsync(new Uri("sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
        http.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    private static async Task TalkOverSocketAsync(FakeSlack slack, FakeSocket socket)
    {
        await socket.EnvelopeAsync(
            "e1",
            "slash_commands",
            $$"""{"team_id":"T111","channel_id":"C9","user_id":"{{Person}}","command":"/checklist","text":"start {{Title}}","trigger_id":"1.2.t","response_url":"{{slack.Origin}}/hook/secret"}""",
            acceptsAnswer: true);
        await socket.NextAckAsync();
        await socket.EnvelopeAsync("e2", "events_api", $$"""{"type":"event_callback","event_id":"Ev9","event":{"type":"message","user":"{{Person}}","text":"{{Words}}"} }""", acceptsAnswer: false);
        await socket.NextAckAsync();
    }

    /// <summary>Refusals of both sides, and what nobody can read.</summary>
    private static async Task MakeTroubleAsync(Requests requests, FakeSlack slack, WebPlace room)
    {
        slack.Next("chat.postMessage", """{"ok":false,"error":"invalid_blocks"}""");
        slack.Next("chat.postEphemeral", "<html>", status: 502);
        await new SlackPlace(requests, slack, "T111", "C3").SayAsync(Person, $"start {Title}");
        await new SlackPlace(requests, slack, "T111", "C4").SayAsync(Person, "start Another");
        await new SlackPlace(requests, slack, "T999", "C1").SayAsync(Person, $"start {Title}");
        var garbage = $$"""{"text":"{{Words}}","from":{"name":"{{Person}}"},"title":"{{Title}}",""";
        foreach (var route in new[] { "api/messages", "slack/events", "slack/interactions", "slack/commands", "say", "tap", "answers" })
            await requests.SendAsync(
                HttpMethod.Post,
                route,
                new StringContent(garbage, Encoding.UTF8, "application/json"),
                ("Authorization", $"Bearer {BotToken}"),
                ("X-Slack-Signature", $"v0={Person}"),
                ("X-Slack-Retry-Num", "1"),
                ("X-Slack-Retry-Reason", Person));
        await requests.SendAsync(HttpMethod.Get, $"{Person}?who={Person}&text={Words}");
        await requests.SendAsync(HttpMethod.Get, $"?who={Person}&room={Person}%20{Words}");
        await requests.SendAsync(HttpMethod.Get, $"?who={Person}", null, ("Host", $"{Person}.example"));
        await requests.SendAsync(HttpMethod.Post, "say", new StringContent($"who={Person}&text={Words}", Encoding.UTF8, "multipart/form-data"));
        await room.PressAsync(Person, $"a~{Person}~{Words}");
    }

    private static string Outgoing(FakeSlack slack) => string.Join('\n', slack.Calls.Select(call => $"{call.Method} {call.Body}"));
}
