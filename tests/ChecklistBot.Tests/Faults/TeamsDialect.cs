using System.Globalization;
using System.Text.Json;

namespace ChecklistBot.Tests.Faults;

/// <summary>The connector of Teams, for chats.</summary>
internal sealed class TeamsDialect : IDialect
{
    public PlatformAnswer NoSuchMessage => new(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""");

    public PlatformCall Read(string verb, string path, JsonElement body)
    {
        var parts = path.Split('/');
        var at = Array.IndexOf(parts, "conversations");
        if (at < 0 || parts.Length < at + 3 || parts[at + 2] != "activities")
            return new PlatformCall(PlatformVerb.Ask, "other");
        var conversation = Uri.UnescapeDataString(parts[at + 1]);
        var content = body.ValueKind == JsonValueKind.Object ? body.GetProperty("attachments")[0].GetProperty("content") : default;
        return verb == "PUT"
            ? new PlatformCall(PlatformVerb.Edit, conversation, conversation, Uri.UnescapeDataString(parts[at + 3]), content)
            : new PlatformCall(PlatformVerb.Post, conversation, conversation, "", content);
    }

    public PlatformAnswer Done(PlatformCall call, string id, string path, JsonElement body) => call.Verb == PlatformVerb.Ask
        ? new PlatformAnswer(404, "{}")
        : new PlatformAnswer(call.Verb == PlatformVerb.Post ? 201 : 200, $$"""{"id":"{{id}}"}""");

    public string Id(int number) => (1790000001000 + number).ToString(CultureInfo.InvariantCulture);

    public PlatformAnswer NotNow(Random random) => random.Next(3) == 0
        ? new PlatformAnswer(412, """{"error":{"code":"PreconditionFailed"}}""")
        : new PlatformAnswer(429, """{"error":{"code":"RateLimited"}}""", RetryAfter: random.Next(1, 6));
}
