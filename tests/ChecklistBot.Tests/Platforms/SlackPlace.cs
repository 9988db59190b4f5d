using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Tests.Platforms;

/// <summary>A conversation of a Slack workspace, over HTTP.</summary>
/// <param name="requests">To the bot.</param>
/// <param name="slack">Where its answers go.</param>
/// <param name="team">The workspace that the payloads name.</param>
/// <param name="channel">The channel, or a direct message when it begins with D.</param>
internal sealed class SlackPlace(Requests requests, FakeSlack slack, string team, string channel) : IPlace
{
    public const string Secret = "signing-secret-of-the-tests";

    private static int sent;

    public string Name => $"{channel} of {team} on Slack";

    public ConversationKey Key => new("slack", team, channel);

    public async Task<string> SayAsync(string person, string text)
    {
        var isDirect = channel.StartsWith('D');
        var ts = Fresh();
        var body = new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = team,
            ["event_id"] = "Ev" + ts,
            ["event"] = new JsonObject
            {
                ["type"] = isDirect ? "message" : "app_mention",
                ["channel_type"] = isDirect ? "im" : "channel",
                ["user"] = person,
                ["text"] = isDirect ? text : $"<@U222> {text}",
                ["ts"] = ts,
                ["channel"] = channel,
            },
            ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = team, ["user_id"] = "U222", ["is_bot"] = true }),
        };
        return await PostAsync("slack/events", body.ToJsonString());
    }

    /// <summary><c>/checklist TEXT</c>.</summary>
    public async Task<string> CommandAsync(string person, string text)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["team_id"] = team,
            ["channel_id"] = channel,
            ["user_id"] = person,
            ["user_name"] = person,
            ["command"] = "/checklist",
            ["text"] = text,
            ["trigger_id"] = Fresh(),
            ["response_url"] = $"{slack.Origin}/hook/{Fresh()}",
        });
        return await PostAsync("slack/commands", await form.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<string> PressAsync(string person, string action)
    {
        (string Id, string Value)[] ways =
        [
            ("tap:1", action), ("form:1", action), ("ask:1", $"{action} 80 Title"), ($"more:{action}", "." + action), ($"more:{action}", "!" + action),
        ];
        var answers = new StringBuilder();
        foreach (var (id, value) in ways)
            answers.Append(await InteractAsync(new JsonObject
            {
                ["type"] = "block_actions",
                ["user"] = User(person),
                ["team"] = new JsonObject { ["id"] = team },
                ["trigger_id"] = Fresh(),
                ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = "1764000000.000001", ["channel_id"] = channel },
                ["response_url"] = $"{slack.Origin}/hook/{Fresh()}",
                ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = id, ["value"] = value, ["action_ts"] = Fresh() }),
            }));
        return answers.ToString();
    }

    /// <summary>As somebody would who can write a modal's memory, and has read the source.</summary>
    public Task<string> FillAsync(string person, string action, IReadOnlyDictionary<string, string> answers) =>
        SendModalAsync(person, "answers", new JsonObject { ["c"] = channel, ["a"] = action, ["f"] = "frequency" }.ToJsonString(), answers);

    /// <summary>In Slack people read what the bot sends them.</summary>
    public Task<string> LookAsync(string person) => Task.FromResult("");

    /// <summary>Sends a modal off.</summary>
    public Task<string> SendModalAsync(string person, string kind, string metadata, IReadOnlyDictionary<string, string> answers)
    {
        var values = new JsonObject();
        foreach (var (item, option) in answers)
            values[item] = new JsonObject { ["option"] = new JsonObject { ["selected_option"] = new JsonObject { ["value"] = option } } };
        return InteractAsync(new JsonObject
        {
            ["type"] = "view_submission",
            ["user"] = User(person),
            ["team"] = new JsonObject { ["id"] = team },
            ["view"] = new JsonObject
            {
                ["id"] = "V" + Fresh(),
                ["hash"] = Fresh(),
                ["callback_id"] = kind,
                ["private_metadata"] = metadata,
                ["state"] = new JsonObject { ["values"] = values },
            },
        });
    }

    private Task<string> InteractAsync(JsonObject payload) => PostAsync("slack/interactions", "payload=" + WebUtility.UrlEncode(payload.ToJsonString()));

    private Task<string> PostAsync(string path, string body)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{now}:{body}"));
        return requests.SendAsync(
            HttpMethod.Post,
            path,
            new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
            ("X-Slack-Request-Timestamp", now),
            ("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(signature)));
    }

    private JsonObject User(string person) => new() { ["id"] = person, ["name"] = person, ["team_id"] = team };

    private static string Fresh() => string.Create(CultureInfo.InvariantCulture, $"1763999000.{Interlocked.Increment(ref sent):D6}");
}
