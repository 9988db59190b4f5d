using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChecklistBot.Slack.WebApi;

/// <summary>Writes what the methods want: JSON with its character set for writing ones, a form for reading ones, which ignore JSON.</summary>
internal static class RequestBodies
{
    /// <summary>Slack shows no HTML: letters beyond ASCII need no escapes, which also keeps messages within their size.</summary>
    public static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a message with its blocks fits into nearly always, so that the buffer need not grow.</summary>
    public const int UsualBytes = 8 * 1024;

    public static HttpContent Of(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualBytes);
        using (var writer = new Utf8JsonWriter(buffer, Json))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return new ReadOnlyMemoryContent(buffer.WrittenMemory)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
        };
    }

    /// <param name="fields">Names and escaped values, joined as in a query.</param>
    public static HttpContent Form(string fields) => new ByteArrayContent(Encoding.ASCII.GetBytes(fields))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") },
    };

    /// <summary>Text and blocks always together: an edit with text alone would take the blocks away.</summary>
    public static void Write(this Utf8JsonWriter json, SlackMessage message)
    {
        json.WriteString("text"u8, message.Text);
        json.WritePropertyName("blocks"u8);
        json.WriteRawValue(message.Blocks.Span, skipInputValidation: true);
    }
}
