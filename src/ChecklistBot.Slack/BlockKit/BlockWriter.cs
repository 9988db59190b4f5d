using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>Writes Block Kit blocks within their limits. Every text of a person or a checklist goes through <see cref="Phrase"/>.</summary>
internal sealed class BlockWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(WebApi.RequestBodies.UsualBytes);
    private readonly Utf8JsonWriter json;
    private int elements;

    public BlockWriter()
    {
        json = new Utf8JsonWriter(buffer, WebApi.RequestBodies.Json);
        json.WriteStartArray();
    }

    /// <summary>How many blocks have been written.</summary>
    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Finish()
    {
        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenMemory;
    }

    public void Header(string text)
    {
        if (text.Length == 0)
            return;
        Start("header");
        json.WritePropertyName("text"u8);
        // A title holds people's words, and Slack hands the emoji that they type over as `:name:`.
        WritePlain(json, PlainText.Cut(text, Limits.Header), emoji: true);
        End();
    }

    public void Divider()
    {
        Start("divider");
        End();
    }

    /// <summary>A paragraph; one longer than a section holds goes on in the next.</summary>
    public void Section(Phrase phrase, Action<Utf8JsonWriter>? accessory = null)
    {
        if (phrase.AsMarkup() is { Length: <= Limits.SectionText } markup)
        {
            Section(json => WriteMarkup(json, markup), accessory);
            return;
        }

        foreach (var piece in PlainText.Pieces(phrase.AsPlain(), Limits.SectionText))
        {
            Section(json => WritePlain(json, piece), accessory);
            accessory = null;
        }
    }

    /// <summary>Text to copy as it stands, in a box.</summary>
    public void Preformatted(string text)
    {
        if (text.Contains("```", StringComparison.Ordinal))
        {
            Section(Phrase.Plain(text));
            return;
        }

        // The fence and its line breaks count eight; an escaped character counts up to five.
        const int most = Limits.SectionText - 8;
        foreach (var piece in PlainText.Pieces(text, most - 200))
        {
            foreach (var part in PlainText.Escape(piece).Length <= most ? [piece] : PlainText.Pieces(piece, most / 5))
                Section(json => WriteMarkup(json, $"```\n{PlainText.Escape(part)}\n```"), null);
        }
    }

    /// <summary>A small line beside the main thing.</summary>
    public void Context(string text)
    {
        if (text.Length == 0)
            return;
        Start("context");
        json.WriteStartArray("elements"u8);
        WritePlain(PlainText.Cut(text, Limits.SectionText));
        json.WriteEndArray();
        End();
    }

    /// <summary>A row of elements; one longer than a row holds goes on in the next.</summary>
    public void Actions(IEnumerable<Action<Utf8JsonWriter>> elements)
    {
        foreach (var row in elements.Chunk(Limits.ActionsElements))
        {
            Start("actions");
            json.WriteStartArray("elements"u8);
            foreach (var element in row)
                element(json);
            json.WriteEndArray();
            End();
        }
    }

    /// <summary>A number that no other element of this message has.</summary>
    public string NextElement() => (++elements).ToString(CultureInfo.InvariantCulture);

    public void Dispose() => json.Dispose();

    /// <param name="json">Where it goes.</param>
    /// <param name="text">Shown as it stands.</param>
    /// <param name="emoji">Whether <c>:name:</c> becomes a picture.</param>
    public static void WritePlain(Utf8JsonWriter json, string text, bool emoji = false)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "plain_text");
        json.WriteString("text"u8, text);
        json.WriteBoolean("emoji"u8, emoji);
        json.WriteEndObject();
    }

    private static void WriteMarkup(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "mrkdwn");
        json.WriteString("text"u8, text);
        json.WriteBoolean("verbatim"u8, true);
        json.WriteEndObject();
    }

    private void WritePlain(string text) => WritePlain(json, text);

    private void Section(Action<Utf8JsonWriter> text, Action<Utf8JsonWriter>? accessory)
    {
        Start("section");
        json.WritePropertyName("text"u8);
        text(json);
        if (accessory is not null)
        {
            json.WritePropertyName("accessory"u8);
            accessory(json);
        }

        End();
    }

    private void Start(string type)
    {
        Count++;
        json.WriteStartObject();
        json.WriteString("type"u8, type);
    }

    private void End() => json.WriteEndObject();
}
