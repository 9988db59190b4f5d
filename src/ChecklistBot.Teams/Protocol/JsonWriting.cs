using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChecklistBot.Teams.Protocol;

/// <summary>How JSON is written for the platform.</summary>
internal static class JsonWriting
{
    /// <summary>
    /// Everything outside ASCII stays readable and small; the bodies go to the platform as JSON, never into HTML, so the relaxed
    /// encoder is right.
    /// </summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A card is at most 25 KB; what held more is not kept.</summary>
    private const int MostKept = 64 * 1024;

    // A card is drawn at every tap, so each thread keeps what it writes into.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? kept;

    /// <summary>What is written, as UTF-8.</summary>
    /// <param name="write">Writes one value, at once.</param>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        // Taken away while in use: what is written within writes into its own.
        var (buffer, json) = kept ?? Fresh();
        kept = null;
        write(json);
        json.Flush();
        var written = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= MostKept)
        {
            buffer.ResetWrittenCount();
            json.Reset();
            kept = (buffer, json);
        }

        return written;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) Fresh()
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }
}
