using System.Buffers;
using System.Text;
using System.Text.Json;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Turns;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>
/// What a modal remembers of where it was opened (a modal has no channel). It comes back from outside, so it is sealed for the
/// person who opened it; what it asks for gives no more rights than typing it in that conversation.
/// </summary>
/// <param name="Seal">Vouches for it.</param>
/// <param name="User">Who opened it, and alone may send it.</param>
/// <param name="Place">Where the button stood.</param>
/// <param name="Action">The core's action.</param>
/// <param name="Message">The message with the button; none for an ephemeral one.</param>
/// <param name="FirstField">A field of the modal that a refusal can be shown at; empty when it has none.</param>
internal sealed record ModalContext(ModalSeal Seal, string User, SlackPlace Place, string Action, string? Message, string FirstField = "")
{
    public string Write() => Write(Seal.Of(Place.Tenant, User, Write(seal: null)));

    /// <summary>Reads it back; null for anything that this person did not get from the bot.</summary>
    public static ModalContext? Read(ModalSeal seal, string tenant, string user, string metadata)
    {
        using var document = JsonReading.Parse(Encoding.UTF8.GetBytes(metadata));
        var root = document?.RootElement ?? default;
        if (root.Id("c") is not { } channel || root.Text("a") is not { } action || root.Text("s") is not { } given)
            return null;
        var context = new ModalContext(seal, user, new SlackPlace(tenant, channel, root.Id("t")), action, root.Id("m"), root.Text("f") ?? "");
        return seal.IsRight(given, tenant, user, context.Write(seal: null)) ? context : null;
    }

    private string Write(string? seal)
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
            if (seal is not null)
                json.WriteString("s"u8, seal);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
