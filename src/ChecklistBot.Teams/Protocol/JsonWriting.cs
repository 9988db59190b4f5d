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

    private const int MostDeep = 2;

    // A card is drawn at every tap, so each thread keeps what it writes into: one for a body and one for the card within it.
    [ThreadStatic]
    private static Stack<(ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)>? kept;

    /// <summary>What is written, as UTF-8.</summary>
    /// <param name="write">Writes one value, at once.</param>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        byte[] written = [];
        Use(write, bytes => written = bytes.ToArray());
        return written;
    }

    /// <summary>Hands on what is written, as UTF-8.</summary>
    /// <param name="write">Writes one value, at once.</param>
    /// <param name="read">Reads it, at once: it is gone afterwards.</param>
    public static void Use(Action<Utf8JsonWriter> write, Action<ReadOnlySpan<byte>> read)
    {
        var (buffer, json) = (kept ??= new Stack<(ArrayBufferWriter<byte>, Utf8JsonWriter)>(MostDeep)).TryPop(out var found) ? found : Fresh();
        write(json);
        json.Flush();
        read(buffer.WrittenSpan);
        if (buffer.Capacity > MostKept || kept.Count == MostDeep) return;
        buffer.ResetWrittenCount();
        json.Reset();
        kept.Push((buffer, json));
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) Fresh()
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }
}
