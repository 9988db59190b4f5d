using System.Globalization;
using System.Text.Json;

namespace ChecklistBot.Tests.Faults;

/// <summary>Slack's Web API.</summary>
internal sealed class SlackDialect : IDialect
{
    public PlatformAnswer NoSuchMessage => new(200, """{"ok":false,"error":"message_not_found"}""");

    public PlatformCall Read(string verb, string path, JsonElement body)
    {
        var method = path[(path.LastIndexOf('/') + 1)..];
        return method switch
        {
            "chat.postMessage" => new PlatformCall(PlatformVerb.Post, method, Field(body, "channel"), "", body),
            "chat.update" => new PlatformCall(PlatformVerb.Edit, method, Field(body, "channel"), Field(body, "ts"), body),
            "pins.add" => new PlatformCall(PlatformVerb.Pin, method, Field(body, "channel"), Field(body, "timestamp")),
            "pins.remove" => new PlatformCall(PlatformVerb.Unpin, method, Field(body, "channel"), Field(body, "timestamp")),
            _ => new PlatformCall(PlatformVerb.Ask, method),
        };
    }

    public PlatformAnswer Done(PlatformCall call, string id, string path, JsonElement body) => new(200, call switch
    {
        { Verb: PlatformVerb.Post or PlatformVerb.Edit } => $$"""{"ok":true,"channel":"{{call.Conversation}}","ts":"{{id}}"}""",
        { Limit: "auth.test" } => """{"ok":true,"url":"https://example.slack.com/","team_id":"T111","user_id":"U222","bot_id":"B222"}""",
        { Limit: "conversations.info" } => """{"ok":true,"channel":{"id":"C1","is_member":true} }""",
        { Limit: "users.info" } => $$"""{"ok":true,"user":{"id":"{{Field(body, "user")}}","name":"{{Field(body, "user")}}"} }""",
        { Limit: "chat.getPermalink" } => $$"""{"ok":true,"permalink":"https://example.slack.com/archives/{{Field(body, "channel")}}/p{{Field(body, "message_ts").Replace(".", "", StringComparison.Ordinal)}}"}""",
        _ => """{"ok":true}""",
    });

    public string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"1764000000.{number:D6}");

    public PlatformAnswer NotNow(Random random) => random.Next(3) == 0
        ? new PlatformAnswer(200, """{"ok":false,"error":"service_unavailable"}""")
        : new PlatformAnswer(429, """{"ok":false,"error":"ratelimited"}""", RetryAfter: random.Next(1, 6));

    private static string Field(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
