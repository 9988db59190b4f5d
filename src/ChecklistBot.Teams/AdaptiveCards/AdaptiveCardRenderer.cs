using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>Draws the neutral card as an Adaptive Card 1.4, of elements that older clients draw too. Always within <see cref="CardBudget"/>.</summary>
public static class AdaptiveCardRenderer
{
    /// <summary>The version that cards name. <c>Action.Execute</c> needs 1.4; without a version mobile clients draw nothing.</summary>
    public const string Version = "1.4";

    /// <summary>A whole card as UTF-8 JSON, the barest of <see cref="Economy.Steps"/> that it needs.</summary>
    public static byte[] Render(Card card)
    {
        byte[] rendered = [];
        foreach (var economy in Economy.Steps)
        {
            rendered = Write(card.Summary, json => new BlockWriter(json, card, economy).Write());
            if (CardBudget.Holds(rendered)) break;
        }

        return rendered;
    }

    /// <summary>The frame that every card of the bot has, with a body in it.</summary>
    /// <param name="summary">For clients that cannot draw the card.</param>
    /// <param name="body">Writes the elements of the body.</param>
    internal static byte[] Write(string summary, Action<Utf8JsonWriter> body) => JsonWriting.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("version", Version);
        // Two letters: Microsoft's own renderer refuses "en-GB".
        json.WriteString("lang", "en");
        json.WriteString("fallbackText", summary);
        json.WriteStartArray("body");
        body(json);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
