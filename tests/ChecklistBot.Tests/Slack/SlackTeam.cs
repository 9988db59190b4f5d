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
    private readonly HashSet<string> seenModals = [];
    private FakeSocket? socket;
    private int sent;

    private readonly Func<string, Task<IReadOnlyList<SlackMessage>>> look;

    private SlackTeam(BotProcess bot, FakeSlack slack, bool overSockets, Func<string, Task<IReadOnlyList<SlackMessage>>>? look = null)
    {
        (Bot, Slack, this.overSockets) = (bot, slack, overSockets);
        this.look = look ?? (channel => Task.FromResult(Channel(channel)));
    }

    /// <summary>The workspace's id and the bot's own user id.</summary>
    public (string Team, string Bot) Ids { get; private init; } = ("T111", "U222");

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

    /// <summary>The same with the npm emulator as Slack's Web API; the fake only takes what comes to answering addresses.</summary>
    /// <param name="emulator">Where people look.</param>
    /// <param name="apiBaseUrl">Where the bot calls; the emulator itself when null.</param>
    public static async Task<SlackTeam> StartAsync(EmulatedSlack emulator, string? apiBaseUrl = null)
    {
        var settings = new Dictionary<string, string>
        {
            ["Slack:BotToken"] = EmulatedSlack.Token,
            ["Slack:ApiBaseUrl"] = apiBaseUrl ?? emulator.ApiBaseUrl,
            ["Slack:SigningSecret"] = Secret,
        };
        return new SlackTeam(
            await BotProcess.StartAsync(new BotOptions { Settings = settings }), await FakeSlack.StartAsync(), overSockets: false, emulator.HistoryAsync)
        {
            Ids = (emulator.Team, emulator.Bot),
        };
    }

    /// <summary>The same with a Web API elsewhere and more settings; what people see is looked up there, too.</summary>
    public static async Task<SlackTeam> StartAsync(string apiBaseUrl, params IEnumerable<KeyValuePair<string, string>> more)
    {
        var settings = new Dictionary<string, string>(more) { ["Slack:BotToken"] = "xoxb-1", ["Slack:ApiBaseUrl"] = apiBaseUrl, ["Slack:SigningSecret"] = Secret };
        return new SlackTeam(await BotProcess.StartAsync(new BotOptions { Settings = settings }), await FakeSlack.StartAsync(), overSockets: false);
    }

    /// <summary>The power fails, and comes back.</summary>
    public async Task RestartAsync()
    {
        await Bot.KillAsync();

        // After 10 s it had opened a second one, which nobody has taken yet.
        Slack.ForgetSockets();
        await Bot.StartAgainAsync();
        await ConnectAsync();
    }

    /// <summary><c>/checklist WORDS</c>.</summary>
    public async Task CommandAsync(string user, string words, string channel = "C1")
    {
        var fields = new Dictionary<string, string>
        {
            ["team_id"] = Ids.Team,
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
            ["text"] = isDirect ? words : $"<@{Ids.Bot}> {words}",
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
            ["team_id"] = Ids.Team,
            ["api_app_id"] = "A111",
            ["event_id"] = "Ev" + Fresh(),
            ["event"] = happened,
            ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = Ids.Team, ["user_id"] = Ids.Bot, ["is_bot"] = true }),
        }.ToJsonString();
        if (overSockets)
            await EnvelopeAsync("events_api", body);
        else
            await PostAsync("slack/events", Encoding.UTF8.GetBytes(body));
    }

    /// <summary>Presses a button of a message as it stands, found by the beginning of its action id or of its words.</summary>
    public Task TapsAsync(string user, SlackMessage message, string button, string? trigger = null)
    {
        var element = message.Button(button);
        return PressAsync(user, message, trigger, new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = element.GetProperty("action_id").GetString(),
            ["value"] = element.GetProperty("value").GetString(),
            ["action_ts"] = Fresh(),
        });
    }

    /// <summary>Opens <c>More…</c> and chooses the entry that begins with these words.</summary>
    public Task ChoosesAsync(string user, SlackMessage message, string entry) => PressAsync(user, message, trigger: null, new JsonObject
    {
        ["type"] = "overflow",
        ["action_id"] = message.Menu.GetProperty("action_id").GetString(),
        ["selected_option"] = JsonNode.Parse(message.MenuEntry(entry).GetRawText()),
        ["action_ts"] = Fresh(),
    });

    /// <summary>Sends a modal off. A field that is not named goes as it stands, as a client sends it.</summary>
    /// <returns>What the bot answers: empty when the modal closes.</returns>
    public async Task<string> SendsAsync(string user, SlackModal modal, params (string Field, string Value)[] typed)
    {
        var view = new JsonObject
        {
            ["id"] = modal.Id,
            ["team_id"] = Ids.Team,
            ["type"] = "modal",
            ["callback_id"] = modal.View.GetProperty("callback_id").GetString(),
            ["private_metadata"] = modal.View.GetProperty("private_metadata").GetString(),
            ["hash"] = modal.Hash,
            ["state"] = new JsonObject { ["values"] = modal.Values(typed) },
        };
        var payload = Interaction("view_submission", user);
        payload["view"] = view;
        return await InteractAsync(payload, acceptsAnswer: true);
    }

    /// <summary>Waits for a modal of the fake that was not seen before and says all of this.</summary>
    public async Task<SlackModal> SeesModalAsync(params string[] words)
    {
        SlackModal? found = null;
        await Patience.UntilAsync(() => (found = Slack.Views.Select(pair => new SlackModal(pair.Key, pair.Value.Hash, pair.Value.View))
            .FirstOrDefault(modal => !seenModals.Contains(modal.Id) && words.All(modal.Says))) is not null);
        seenModals.Add(found!.Id);
        return found;
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
            await Patience.UntilAsync(async () => (found = (await look(channel)).LastOrDefault(message => words.All(message.Says))) is not null);
        }
        catch (TaskCanceledException)
        {
            Assert.Fail($"Nobody sees {string.Join(", ", words)} in:\n{string.Join("\n---\n", (await look(channel)).Select(message => message.Everything))}");
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

    private Task<string> PressAsync(string user, SlackMessage message, string? trigger, JsonObject action)
    {
        var payload = Interaction("block_actions", user);
        payload["channel"] = new JsonObject { ["id"] = message.Channel };
        payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel, ["is_ephemeral"] = false };
        payload["response_url"] = Slack.Origin + "/hook/" + Fresh();
        payload["actions"] = new JsonArray(action);
        if (trigger is not null)
            payload["trigger_id"] = trigger;
        return InteractAsync(payload);
    }

    private JsonObject Interaction(string type, string user) => new()
    {
        ["type"] = type,
        ["user"] = new JsonObject { ["id"] = user, ["name"] = user, ["team_id"] = Ids.Team },
        ["team"] = new JsonObject { ["id"] = Ids.Team },
        ["trigger_id"] = Fresh(),
    };

    private async Task<string> InteractAsync(JsonObject payload, bool acceptsAnswer = false) => overSockets
        ? await EnvelopeAsync("interactive", payload.ToJsonString(), acceptsAnswer)
        : await PostAsync("slack/interactions", Encoding.UTF8.GetBytes("payload=" + WebUtility.UrlEncode(payload.ToJsonString())));

    private async Task<string> EnvelopeAsync(string type, string payload, bool acceptsAnswer = false)
    {
        var id = Fresh();
        await socket!.EnvelopeAsync(id, type, payload, acceptsAnswer);
        var (acknowledged, answer) = await socket.NextAckAsync();
        Assert.Equal(id, acknowledged);
        return answer ?? "";
    }

    private async Task<string> PostAsync(string path, byte[] body)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Slack-Request-Timestamp", now);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{now}:"), .. body];
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)));
        using var response = await Bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private string Fresh() => string.Create(CultureInfo.InvariantCulture, $"17640{Interlocked.Increment(ref sent):D5}.{Guid.NewGuid().GetHashCode() & 0xfffff}");
}
