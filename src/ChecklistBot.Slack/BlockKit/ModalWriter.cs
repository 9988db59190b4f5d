using System.Buffers;
using System.Text.Json;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>The frame of a modal.</summary>
internal static class ModalWriter
{
    /// <summary>A modal as JSON.</summary>
    /// <param name="kind">Its <c>callback_id</c>, from <see cref="ModalKind"/>.</param>
    /// <param name="title">Cut to 24.</param>
    /// <param name="submit">The button that sends it; null for none.</param>
    /// <param name="close">The button that closes it.</param>
    /// <param name="metadata">From <see cref="ModalContext"/>; empty for none.</param>
    /// <param name="blocks">Writes the entries of <c>blocks</c>.</param>
    public static ReadOnlyMemory<byte> Write(string kind, string title, string? submit, string close, string metadata, Action<Utf8JsonWriter> blocks)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, WebApi.RequestBodies.Json))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "modal");
            json.WriteString("callback_id"u8, kind);
            WriteTitle(json, "title", title);
            if (submit is not null)
                WriteTitle(json, "submit", submit);
            WriteTitle(json, "close", close);
            json.WriteString("private_metadata"u8, metadata);
            json.WriteStartArray("blocks"u8);
            blocks(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static void WriteSection(Utf8JsonWriter json, string text)
    {
        foreach (var piece in PlainText.Pieces(text, Limits.SectionText))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "section");
            json.WritePropertyName("text"u8);
            BlockWriter.WritePlain(json, piece);
            json.WriteEndObject();
        }
    }

    private static void WriteTitle(Utf8JsonWriter json, string name, string text)
    {
        json.WritePropertyName(name);
        BlockWriter.WritePlain(json, PlainText.Cut(text, Limits.ModalTitle));
    }
}
