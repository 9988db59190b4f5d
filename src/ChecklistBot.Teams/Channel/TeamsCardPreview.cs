using System.Text;
using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.AdaptiveCards;
using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Teams.Channel;

/// <summary>What Teams would receive for a card.</summary>
public sealed class TeamsCardPreview : ICardPreview
{
    private static readonly JsonWriterOptions Indented = JsonWriting.Options with { Indented = true };

    /// <inheritdoc/>
    public string Platform => "Teams";

    /// <inheritdoc/>
    public string Render(Card card) => Indent(AdaptiveCardRenderer.Render(card));

    /// <summary>The same JSON with room to read.</summary>
    internal static string Indent(byte[] card)
    {
        using var document = JsonDocument.Parse(card);
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Indented)) document.WriteTo(json);
        return Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
    }
}
