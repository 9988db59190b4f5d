using System.Text.Json;
using System.Text.Unicode;

namespace ChecklistBot.Slack.Protocol;

/// <summary>
/// Reads Slack's JSON without trusting its shape: a member that is absent, null or of another type is simply not there.
/// (Slack adds members at any time, sends null for absent objects, and reuses a name for a text here and an object there.)
/// </summary>
internal static class JsonReading
{
    /// <summary>Ids and time stamps are opaque, but none comes near this length.</summary>
    private const int LongestId = 255;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The document, or nothing when the bytes are no JSON object. The caller disposes it.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
            return null;
        try
        {
            ReadNames(utf8.Span);
            var document = JsonDocument.Parse(utf8, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a member's name, written as an escape.
            return null;
        }
    }

    // A name with half a character would throw wherever its object is looked at. In a value it is no text, and no harm.
    private static void ReadNames(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("\\u"u8) < 0)
            return;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, ValueIsEscaped: true })
                _ = reader.GetString();
        }
    }

    /// <summary>The member of that name, whatever it is; <c>default</c> when there is none.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>The first entry of an array; <c>default</c> when there is none.</summary>
    public static JsonElement First(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 ? element[0] : default;

    /// <summary>A text, or nothing.</summary>
    public static string? Text(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape: no text.
            return null;
        }
    }

    /// <summary>A text member, or nothing.</summary>
    public static string? Text(this JsonElement element, string name) => element.Member(name).Text();

    /// <summary>A text that can be an id or a time stamp: not empty, not endless, nothing invisible in it.</summary>
    public static string? Id(this JsonElement element, string name) => AsId(element.Text(name));

    /// <summary>The text itself where it can be an id, else nothing.</summary>
    public static string? AsId(string? text) =>
        text is { Length: > 0 and <= LongestId } && !text.AsSpan().ContainsAnyExceptInRange('!', '~') ? text : null;

    /// <summary>True only for the literal <c>true</c>.</summary>
    public static bool Flag(this JsonElement element, string name) => element.Member(name).ValueKind == JsonValueKind.True;
}
