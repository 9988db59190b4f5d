using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Slack;

/// <summary>People in a workspace and the real binary between them, over HTTP or over sockets. Requests are as Slack's samples show them and
/// are signed here, not by the bot's own code.</summary>
internal sealed class SlackTeam : IAsyncDisposable
{
    private const string Secret = "signing-secret-of-the-tests";
    private readonly bool overSockets;
    private FakeSocket? socket;
    private int sent;

    private SlackTeam(BotProcess bot, FakeSlack slack, bool overSockets) => (Bot, Slack, this.overSockets) = (bot, slack, overSockets);

    public BotProcess Bot { get; }

    public FakeSlack Slack { get; }

    public static async Task<SlackTeam> StartAsync(bool overSockets = false)
    {
        var slack = await FakeSlack.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["Slack:BotToken"] = "xoxb-1",
            ["Slack:ApiBaseUrl"] = slack.ApiBaseUrl,
            [overSockets ? "Slack:AppToken" : "Slack:SigningSecret"] = overSockets ? "xapp-1" : Secret,
        };
        var team = new SlackTeam(await BotProcess.StartAsync(new BotOptions { Settings = settings }), slack, overSockets);
        await team.ConnectAsync();
        return team;
    }

    /// <summary>The power fails, and comes back.</summary>
    public async Task RestartAsync()
    {
        await Bot.KillAsync();
        await Bot.StartAgainAsync();
        await ConnectAsync();
    }

    /// <summary><c>/checklist WORDS</c>.</summary>
    public async Task CommandAsync(string user, string words, string channel = "C1")
    {
        var fields = new Dictionary<string, string>
        {
            ["team_id"] = "T111",
            ["channel_id"] = channel,
            ["user_id"] = user,
            ["user_name"] = user,
            ["command"] = "/checklist",
            ["text"] = words,
            ["trigger_id"] = Fresh(),
            ["response_url"] = Slack.Origin + "/hook/" + Fresh(),
        };
        if (overSockets)
        {
            await EnvelopeAsync("slash_commands", JsonSerializer.Serialize(fields), acceptsAnswer: true);
            return;
        }

        using var form = new FormUrlEncodedContent(fields);
        await PostAsync("slack/commands", await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary><c>@Checklist WORDS</c> in a channel, or plain words in a direct message.</summary>
    public async Task SaysAsync(string user, string words, string channel = "C1", string? thread = null)
    {
        var isDirect = channel.StartsWith('D');
        var ts = string.Create(CultureInfo.InvariantCulture, $"1763999000.{Interlocked.Increment(ref sent):D6}");
        var happened = new JsonObject
        {
            ["type"] = isDirect ? "message" : "app_mention",
            ["user"] = user,
            ["text"] = isDirect ? words : $"<@U222> {words}",
            ["ts"] = ts,
            ["channel"] = channel,
            ["event_ts"] = ts,
        };
        if (isDirect)
            happened["channel_type"] = "im";
        if (thread is not null)
            happened["thread_ts"] = thread;
        var body = new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = "T111",
            ["api_app_id"] = "A111",
            ["event_id"] = "Ev" + Fresh(),
            ["event"] = happened,
            ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = "T111", ["user_id"] = "U222", ["is_bot"] = true }),
        }.ToJsonString();
        if (overSockets)
            await EnvelopeAsync("events_api", body);
        else
            await PostAsync("slack/events", Encoding.UTF8.GetBytes(body));
    }

    /// <summary>Presses a button of a message as it stands, found by the beginning of its action id or of its words.</summary>
    public async Task TapsAsync(string user, SlackMessage message, string button)
    {
        var element = message.Button(button);
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["user"] = new JsonObject { ["id"] = user, ["name"] = user, ["team_id"] = "T111" },
            ["team"] = new JsonObject { ["id"] = "T111" },
            ["channel"] = new JsonObject { ["id"] = message.Channel },
            ["trigger_id"] = Fresh(),
            ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel, ["is_ephemeral"] = false },
            ["response_url"] = Slack.Origin + "/hook/" + Fresh(),
            ["actions"] = new JsonArray(new JsonObject
            {
                ["type"] = "button",
                ["action_id"] = element.GetProperty("action_id").GetString(),
                ["value"] = element.GetProperty("value").GetString(),
                ["action_ts"] = Fresh(),
            }),
        }.ToJsonString();
        if (overSockets)
            await EnvelopeAsync("interactive", payload);
        else
            await PostAsync("slack/interactions", Encoding.UTF8.GetBytes("payload=" + WebUtility.UrlEncode(payload)));
    }

    /// <summary>The messages of a channel as people see them, oldest first.</summary>
    public IReadOnlyList<SlackMessage> Channel(string channel = "C1") =>
        [.. Slack.Messages.Where(pair => pair.Key.Channel == channel).OrderBy(pair => pair.Key.Ts, StringComparer.Ordinal).Select(pair => new SlackMessage(pair.Key.Channel, pair.Key.Ts, pair.Value))];

    /// <summary>Waits until a message of the channel says all of this, and returns the newest that does.</summary>
    public async Task<SlackMessage> SeesAsync(string channel, params string[] words)
    {
        SlackMessage? found = null;
        try
        {
            await Patience.UntilAsync(() => (found = Channel(channel).LastOrDefault(message => words.All(message.Says))) is not null);
        }
        catch (TaskCanceledException)
        {
            Assert.Fail($"Nobody sees {string.Join(", ", words)} in:\n{string.Join("\n---\n", Channel(channel).Select(message => message.Everything))}");
        }

        return found!;
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Slack.DisposeAsync();
    }

    private async Task ConnectAsync()
    {
        if (!overSockets)
            return;
        socket = await Slack.NextSocketAsync();
        await socket.HelloAsync();
    }

    private async Task EnvelopeAsync(string type, string payload, bool acceptsAnswer = false)
    {
        var id = Fresh();
        await socket!.EnvelopeAsync(id, type, payload, acceptsAnswer);
        Assert.Equal(id, (await socket.NextAckAsync()).Id);
    }

    private async Task PostAsync(string path, byte[] body)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Slack-Request-Timestamp", now);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{now}:"), .. body];
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)));
        using var response = await Bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private string Fresh() => string.Create(CultureInfo.InvariantCulture, $"17640{Interlocked.Increment(ref sent):D5}.{Guid.NewGuid().GetHashCode() & 0xfffff}");
}
