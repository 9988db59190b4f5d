using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Teams.AdaptiveCards;
using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Teams.Connector;

/// <summary>Bodies that the connector is sent.</summary>
public static class ConnectorBody
{
    /// <summary>
    /// A message that is one card. It carries no text: text beside a card makes two messages of it, and the id that comes back then names
    /// neither for an edit.
    /// </summary>
    /// <param name="card">Its summary is what notifications and lists of chats show.</param>
    public static byte[] Message(Card card)
    {
        var drawn = AdaptiveCardRenderer.Render(card);
        return Message(TextCut.AtWord(card.Summary, CardBudget.SummaryBeside(drawn.Length)), json => json.WriteRawValue(drawn, skipInputValidation: true));
    }

    /// <param name="summary">What notifications and lists of chats show.</param>
    /// <param name="card">Writes a whole Adaptive Card.</param>
    internal static byte[] Message(string summary, Action<Utf8JsonWriter> card) => JsonWriting.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", ActivityTypes.Message);
        json.WriteString("summary", TextCut.AtWord(summary, CardBudget.Summary));
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", InvokeResponses.CardType);
        json.WritePropertyName("content");
        card(json);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>A new thread: the platform wants its first message at once.</summary>
    internal static byte[] Thread(string channelId, string tenantId, ReadOnlyMemory<byte> activity) => JsonWriting.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("isGroup", true);
        json.WriteString("tenantId", tenantId);
        json.WriteStartObject("channelData");
        json.WriteStartObject("channel");
        json.WriteString("id", channelId);
        json.WriteEndObject();
        json.WriteStartObject("tenant");
        json.WriteString("id", tenantId);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WritePropertyName("activity");
        json.WriteRawValue(activity.Span, skipInputValidation: true);
        json.WriteEndObject();
    });

    /// <summary>A reference to the message that is to be pinned, as Graph's OData wants it.</summary>
    internal static byte[] Pin(string messageAddress) => JsonWriting.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("message@odata.bind", messageAddress);
        json.WriteEndObject();
    });
}
