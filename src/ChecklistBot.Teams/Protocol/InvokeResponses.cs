using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Teams.AdaptiveCards;

namespace ChecklistBot.Teams.Protocol;

/// <summary>What writes the bodies of answers to invokes. Their <c>statusCode</c> tells the truth; HTTP itself stays at 200 for everything that was handled.</summary>
public static class InvokeResponses
{
    /// <summary>The content type of a card. (Some documentation pages transpose its words; the platform's SDKs all use this spelling.)</summary>
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>Replaces the card in the presser's client.</summary>
    /// <param name="card">A whole Adaptive Card as UTF-8 JSON.</param>
    public static Action<Utf8JsonWriter> Card(ReadOnlyMemory<byte> card) => Write(200, CardType, json => json.WriteRawValue(card.Span, skipInputValidation: true));

    /// <summary>Replaces the card in the presser's client.</summary>
    public static Action<Utf8JsonWriter> Card(Card card) => Write(200, CardType, json => AdaptiveCardRenderer.Write(json, card));

    /// <summary>A short message to the presser; the card stays as it is.</summary>
    public static Action<Utf8JsonWriter> Message(string text) => Write(200, MessageType, json => json.WriteStringValue(text));

    /// <summary>An error beside the card.</summary>
    public static Action<Utf8JsonWriter> Error(int statusCode, InvokeError error) => Write(statusCode, ErrorType, json =>
    {
        json.WriteStartObject();
        json.WriteString("code", error.Code);
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    });

    /// <summary>Opens a dialog with a card.</summary>
    /// <param name="title">The dialog's title.</param>
    /// <param name="card">A whole Adaptive Card as UTF-8 JSON.</param>
    public static Action<Utf8JsonWriter> Dialog(string title, ReadOnlyMemory<byte> card) => Task("continue", json =>
    {
        json.WriteStartObject();
        json.WriteString("title", title);
        json.WriteString("height", "large");
        json.WriteString("width", "medium");
        json.WriteStartObject("card");
        json.WriteString("contentType", CardType);
        json.WritePropertyName("content");
        json.WriteRawValue(card.Span, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>Closes a dialog with a sentence.</summary>
    public static Action<Utf8JsonWriter> DialogMessage(string text) => Task("message", json => json.WriteStringValue(text));

    private static Action<Utf8JsonWriter> Task(string type, Action<Utf8JsonWriter> value) => json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("task");
        json.WriteString("type", type);
        json.WritePropertyName("value");
        value(json);
        json.WriteEndObject();
        json.WriteEndObject();
    };

    private static Action<Utf8JsonWriter> Write(int statusCode, string type, Action<Utf8JsonWriter> value) => json =>
    {
        json.WriteStartObject();
        json.WriteNumber("statusCode", statusCode);
        json.WriteString("type", type);
        json.WritePropertyName("value");
        value(json);
        json.WriteEndObject();
    };
}
