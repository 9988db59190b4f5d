using System.Text.Json;

namespace ChecklistBot.Teams.Protocol;

/// <summary>Reads members of JSON that somebody else wrote: a member of a wrong kind counts as absent.</summary>
internal static class JsonReading
{
    /// <summary>Finds escaped halves of surrogate pairs: a <see cref="JsonElement"/> finds one only when its text is asked for, which may be long after this.</summary>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    public static void ReadEscapes(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        if (utf8.IndexOf("\\u"u8) < 0) return;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        while (reader.Read())
        {
            if (reader.ValueIsEscaped) _ = reader.GetString();
        }
    }

    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    public static string? Text(this JsonElement element, string name) => element.Member(name).AsText();

    public static string? AsText(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    /// <summary>At most <paramref name="limit"/> entries of an array; none of anything else.</summary>
    public static IEnumerable<JsonElement> Entries(this JsonElement element, string name, int limit) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Take(limit) : [];
}
