using System.Buffers;
using System.Text;
using System.Text.Json;
using ChecklistBot.Slack.Protocol;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>
/// What a modal remembers of where it was opened (a modal has no channel). It passes through the client, so the core treats
/// it like a typed command of that conversation.
/// </summary>
/// <param name="Place">Where the button stood.</param>
/// <param name="Action">The core's action.</param>
/// <param name="Message">The message with the button; none for an ephemeral one.</param>
/// <param name="FirstField">A field of the modal that a refusal can be shown at; empty when it has none.</param>
internal sealed record ModalContext(SlackPlace Place, string Action, string? Message, string FirstField = "")
{
    public string Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, WebApi.RequestBodies.Json))
        {
            json.WriteStartObject();
            json.WriteString("c"u8, Place.Channel);
            if (Place.Thread is { } thread)
                json.WriteString("t"u8, thread);
            if (Message is { } message)
                json.WriteString("m"u8, message);
            json.WriteString("a"u8, Action);
            json.WriteString("f"u8, FirstField);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads it back; null for anything else.</summary>
    public static ModalContext? Read(string tenant, string metadata)
    {
        using var document = JsonReading.Parse(Encoding.UTF8.GetBytes(metadata));
        var root = document?.RootElement ?? default;
        return root.Id("c") is { } channel && root.Text("a") is { } action
            ? new ModalContext(new SlackPlace(tenant, channel, root.Id("t")), action, root.Id("m"), root.Text("f") ?? "")
            : null;
    }
}
