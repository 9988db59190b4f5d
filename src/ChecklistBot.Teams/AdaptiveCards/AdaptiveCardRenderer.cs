using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>Draws the neutral card as an Adaptive Card 1.4, of elements that older clients draw too. Always within <see cref="CardBudget"/>.</summary>
public static class AdaptiveCardRenderer
{
    /// <summary>The version that cards name. <c>Action.Execute</c> needs 1.4; without a version mobile clients draw nothing.</summary>
    public const string Version = "1.4";

    /// <summary>A whole card as UTF-8 JSON, with the least <see cref="Economy"/> that it needs.</summary>
    public static byte[] Render(Card card)
    {
        byte[] rendered = [];
        Render(card, bytes => rendered = bytes.ToArray());
        return rendered;
    }

    /// <summary>Writes a whole card as the next value of something larger.</summary>
    internal static void Write(Utf8JsonWriter json, Card card) => Render(card, bytes => json.WriteRawValue(bytes, skipInputValidation: true));

    private static void Render(Card card, Action<ReadOnlySpan<byte>> read)
    {
        foreach (var economy in Economy.Steps)
        {
            var done = false;
            JsonWriting.Use(
                json => WriteFrame(json, TextCut.AtWord(card.Summary, economy.Summary), body => new BlockWriter(body, card, economy).Write()),
                bytes =>
                {
                    done = CardBudget.Holds(bytes) || economy == Economy.Steps[^1];
                    if (done) read(bytes);
                });
            if (done) return;
        }
    }

    /// <summary>The frame that every card of the bot has, with a body in it.</summary>
    /// <param name="summary">For clients that cannot draw the card.</param>
    /// <param name="body">Writes the elements of the body.</param>
    internal static byte[] Write(string summary, Action<Utf8JsonWriter> body) => JsonWriting.Bytes(json => WriteFrame(json, summary, body));

    private static void WriteFrame(Utf8JsonWriter json, string summary, Action<Utf8JsonWriter> body)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("version", Version);
        // Two letters: Microsoft's own renderer refuses "en-GB".
        json.WriteString("lang", "en");
        json.WriteString("fallbackText", TextCut.AtWord(summary, CardBudget.Summary));
        json.WriteStartArray("body");
        body(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
