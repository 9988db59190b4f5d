using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChecklistBot.Web.Live;

/// <summary>Writes stream events on one line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StreamEvent))]
internal sealed partial class StreamJson : JsonSerializerContext
{
    // The stream is never read as HTML, so markup need not be escaped a second time; line breaks still are.
    public static StreamJson Line { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
