using System.Collections.Immutable;
using System.Globalization;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>A table that does not fit into one message, as several: nothing of it may be missing. A record, which names people, stays one message, since it is
/// edited when a name is forgotten.</summary>
internal static class TableParts
{
    private const string MediaType = "text/csv";

    /// <summary>In UTF-16 units: in JSON it may become twice as long, and a card holds <see cref="CardBudget.Characters"/>.</summary>
    private const int Longest = 8_000;

    /// <summary>The card, and what goes on below it.</summary>
    public static ImmutableArray<Card> Of(Card card)
    {
        if (card.Blocks.OfType<DocumentBlock>().FirstOrDefault(document => document.MediaType == MediaType) is not { } table || table.Content.Length <= Longest)
            return [card];
        var pieces = Pieces(table.Content).ToList();
        return
        [
            .. pieces.Select((piece, index) =>
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{table.FileName}, part {index + 1} of {pieces.Count}");
                var part = table with { FileName = name, Content = piece };
                return index == 0 ? card with { Blocks = card.Blocks.Replace(table, part) } : card with { Summary = name, Blocks = [part] };
            }),
        ];
    }

    private static IEnumerable<string> Pieces(string text)
    {
        while (text.Length > Longest)
        {
            var piece = TextCut.AtLine(text, Longest);
            yield return piece;
            text = text[piece.Length..].TrimStart('\n');
        }

        if (text.Length > 0) yield return text;
    }
}
