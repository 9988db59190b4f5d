using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChecklistBot.Tests.Slack;

/// <summary>A modal as it stands, with what a client needs to send it off.</summary>
internal sealed record SlackModal(string Id, string Hash, JsonElement View)
{
    public string Title => View.GetProperty("title").GetProperty("text").GetString()!;

    /// <summary>What each field of radio buttons has chosen; null for nothing yet.</summary>
    public IReadOnlyDictionary<string, string?> Chosen => Fields.Where(input => Kind(input) == "radio_buttons")
        .ToDictionary(input => input.GetProperty("block_id").GetString()!, input => Initial(input)?.GetProperty("value").GetString());

    private IEnumerable<JsonElement> Fields => SlackMessage.Elements(View, "input");

    public bool Says(string words) => SlackMessage.Strings(View).Any(text => text.Contains(words, StringComparison.Ordinal));

    /// <summary><c>state.values</c> of a submission: what was typed or chosen, else what stood there.</summary>
    public JsonObject Values(params (string Field, string Value)[] typed)
    {
        var values = new JsonObject();
        foreach (var field in Fields)
        {
            var element = field.GetProperty("element");
            var block = field.GetProperty("block_id").GetString()!;
            var given = typed.FirstOrDefault(one => one.Field == block).Value;
            JsonObject state = Kind(field) == "radio_buttons"
                ? new() { ["type"] = "radio_buttons", ["selected_option"] = Parsed(given is null ? Initial(field) : Option(element, given)) }
                : new() { ["type"] = "plain_text_input", ["value"] = given ?? (element.TryGetProperty("initial_value", out var initial) ? initial.GetString() : null) };
            values[block] = new JsonObject { [element.GetProperty("action_id").GetString()!] = state };
        }

        return values;
    }

    private static string Kind(JsonElement field) => field.GetProperty("element").GetProperty("type").GetString()!;

    private static JsonElement? Initial(JsonElement field) =>
        field.GetProperty("element").TryGetProperty("initial_option", out var option) ? option : null;

    private static JsonElement Option(JsonElement element, string value) =>
        element.GetProperty("options").EnumerateArray().Single(option => option.GetProperty("value").ValueEquals(value));

    private static JsonNode? Parsed(JsonElement? element) => element is { } some ? JsonNode.Parse(some.GetRawText()) : null;
}
