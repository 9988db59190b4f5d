using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.BlockKit;

namespace ChecklistBot.Slack;

/// <summary>Shows beside a card what Slack would get, whether Slack is on or not.</summary>
public sealed class SlackPreview : ICardPreview
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Platform => "Slack";

    /// <inheritdoc/>
    public string Render(Card card)
    {
        var message = CardRenderer.Render(card);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("text"u8, message.Text);
            json.WritePropertyName("blocks"u8);
            using var blocks = JsonDocument.Parse(message.Blocks);
            blocks.RootElement.WriteTo(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
