using System.Text.Json;

namespace ChecklistBot.Tests.Teams;

/// <summary>A message of the bot as it stands.</summary>
internal sealed record TeamsMessage(string Conversation, string Id, JsonElement Body)
{
    /// <summary>Every text that people read on its card: not what buttons carry, nor what only other clients would show.</summary>
    public string Everything => string.Join('\n', Texts(Body));

    public bool Says(string words) => Everything.Contains(words, StringComparison.Ordinal);

    /// <summary>A button by the beginning of its words.</summary>
    public JsonElement Button(string name) => Buttons(Body).FirstOrDefault(button =>
        button.GetProperty("title").GetString()!.StartsWith(name, StringComparison.Ordinal)) is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw new InvalidOperationException($"No button {name} on:\n{Everything}");

    private static IEnumerable<JsonElement> Buttons(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.GetString() is "Action.Execute" or "Action.Submit" => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Buttons(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Buttons),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name is not ("data" or "fallback")).SelectMany(Texts),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonProperty member) => member.Name is "text" or "title" or "label" or "value"
        && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : Texts(member.Value);
}
