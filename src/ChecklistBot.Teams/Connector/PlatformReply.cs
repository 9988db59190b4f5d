using System.Net;
using System.Text.Json;

namespace ChecklistBot.Teams.Connector;

/// <summary>What came back from a call that reached the platform.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Null where it was empty, too long, cut off or no JSON object: the status alone then counts.</param>
/// <param name="RetryAfter">How long the platform asks to wait; null where it does not say.</param>
internal sealed record PlatformReply(HttpStatusCode Status, JsonElement? Body, TimeSpan? RetryAfter)
{
    private const int MaxCodeLength = 60;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The error's code; empty where the body names none.</summary>
    public string ErrorCode => Text(Member("error"), "code") is { Length: <= MaxCodeLength } code && code.All(char.IsAsciiLetterOrDigit) ? code : "";

    /// <summary>A text member of the body; null where absent.</summary>
    public string? Text(string name) => Body is { } body ? Text(body, name) : null;

    private JsonElement Member(string name) =>
        Body is { } body && body.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
