using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>Where a session writes JSON before SQLite copies it.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private const int AtFirst = 4096;

    /// <summary>After a value that was larger the room is given back.</summary>
    private const int Most = 64 * 1024;

    private readonly Utf8JsonWriter writer;
    private ArrayBufferWriter<byte> bytes = new(AtFirst);

    // What the serialiser writes is valid.
    public JsonBuffer() => writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });

    /// <summary>In UTF-8, until the next call.</summary>
    public ReadOnlySpan<byte> Write<T>(T value, JsonTypeInfo<T> type)
    {
        if (bytes.Capacity > Most)
            bytes = new ArrayBufferWriter<byte>(AtFirst);
        bytes.ResetWrittenCount();
        writer.Reset(bytes);
        JsonSerializer.Serialize(writer, value, type);
        return bytes.WrittenSpan;
    }

    public void Dispose() => writer.Dispose();
}
