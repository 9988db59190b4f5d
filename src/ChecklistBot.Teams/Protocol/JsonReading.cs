using System.Text.Json;

namespace ChecklistBot.Teams.Protocol;

/// <summary>Reads members of JSON that somebody else wrote: a member of a wrong kind counts as absent.</summary>
internal static class JsonReading
{
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    public static string? Text(this JsonElement element, string name) => element.Member(name).AsText();

    public static string? AsText(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    /// <summary>At most <paramref name="limit"/> entries of an array; none of anything else.</summary>
    public static IEnumerable<JsonElement> Entries(this JsonElement element, string name, int limit) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Take(limit) : [];
}
