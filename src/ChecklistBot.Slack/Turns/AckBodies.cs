using System.Buffers;
using System.Text.Json;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.WebApi;

namespace ChecklistBot.Slack.Turns;

/// <summary>JSON that rides on an acknowledgement, the same over HTTP and over a socket.</summary>
internal static class AckBodies
{
    /// <summary>Repeats the challenge of <c>url_verification</c>.</summary>
    public static ReadOnlyMemory<byte> Challenge(string challenge) => Write(json => json.WriteString("challenge"u8, challenge));

    /// <summary>Shown to the typist of a slash command only.</summary>
    public static ReadOnlyMemory<byte> Ephemeral(SlackMessage message) => Write(json =>
    {
        json.WriteString("response_type"u8, "ephemeral");
        json.Write(message);
    });

    /// <summary>As <see cref="Ephemeral(SlackMessage)"/>, for a plain sentence.</summary>
    public static ReadOnlyMemory<byte> Ephemeral(string sentence) => Write(json =>
    {
        json.WriteString("response_type"u8, "ephemeral");
        json.WriteString("text"u8, PlainText.Escape(sentence));
    });

    /// <summary>Leaves the modal open with a sentence at one of its fields, so that nothing typed is lost.</summary>
    public static ReadOnlyMemory<byte> FieldError(string field, string sentence) => Write(json =>
    {
        json.WriteString("response_action"u8, "errors");
        json.WriteStartObject("errors"u8);
        json.WriteString(field, sentence);
        json.WriteEndObject();
    });

    /// <summary>Puts another modal in place of the one that was sent.</summary>
    public static ReadOnlyMemory<byte> ReplaceModal(ReadOnlyMemory<byte> view) => Write(json =>
    {
        json.WriteString("response_action"u8, "update");
        json.WritePropertyName("view"u8);
        json.WriteRawValue(view.Span, skipInputValidation: true);
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, RequestBodies.Json))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
