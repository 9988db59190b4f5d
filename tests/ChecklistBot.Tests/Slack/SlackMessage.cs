using System.Text.Json;

namespace ChecklistBot.Tests.Slack;

/// <summary>A message of a channel as it stands.</summary>
internal sealed record SlackMessage(string Channel, string Ts, JsonElement Body)
{
    /// <summary>The text and every text of its blocks.</summary>
    public string Everything => string.Join('\n', Strings(Body));

    public string? Thread => Body.TryGetProperty("thread_ts", out var thread) ? thread.GetString() : null;

    public bool IsBroadcast => Body.TryGetProperty("reply_broadcast", out var broadcast) && broadcast.GetBoolean();

    public bool Says(string words) => Everything.Contains(words, StringComparison.Ordinal);

    /// <summary>A button by the beginning of its action id or of its words.</summary>
    public JsonElement Button(string name) => Elements(Body, "button").FirstOrDefault(button =>
        button.GetProperty("action_id").GetString()!.StartsWith(name, StringComparison.Ordinal)
        || button.GetProperty("text").GetProperty("text").GetString()!.StartsWith(name, StringComparison.Ordinal)) is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw new InvalidOperationException($"No button {name} on:\n{Everything}");

    /// <summary>What stands behind <c>More…</c>.</summary>
    public JsonElement Menu => Elements(Body, "overflow").Single();

    /// <summary>An entry of <see cref="Menu"/> by the beginning of its words.</summary>
    public JsonElement MenuEntry(string words) => Menu.GetProperty("options").EnumerateArray()
        .Single(option => option.GetProperty("text").GetProperty("text").GetString()!.StartsWith(words, StringComparison.Ordinal));

    /// <summary>Every element of a kind within a message or modal.</summary>
    internal static IEnumerable<JsonElement> Elements(JsonElement element, string kind) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.ValueEquals(kind) => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Elements(member.Value, kind)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(one => Elements(one, kind)),
        _ => [],
    };

    /// <summary>Every text within a message or modal.</summary>
    internal static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [],
    };
}
