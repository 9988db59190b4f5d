using ChecklistBot.Assessments.Cards;
using ChecklistBot.Web.Cards;
using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Pages;

/// <summary>Draws the way back to each live card that can be answered, always in sight: a lively conversation pushes the card itself away.
/// The script keeps it up to date.</summary>
internal static class OpenCardsHtml
{
    /// <summary>More would be a wall of links; the newest are the ones being talked about.</summary>
    public const int Most = 3;

    public static void Write(HtmlWriter html, IReadOnlyList<RoomMessage> messages)
    {
        html.Write($"<nav id=\"open\" class=\"column\" aria-label=\"Open assessments\" data-most=\"{Most}\">");
        foreach (var message in messages.Where(static m => IsOpen(m.Card)).TakeLast(Most))
        {
            var blocks = message.Card!.Blocks;
            var place = new CardPlace(message.Number, "");
            html.Write($"<a href=\"#{place.ElementId}\"><b>").Isolated(blocks.OfType<HeadingBlock>().First().Text).Write($"</b> ");
            html.Write($"<span>{blocks.OfType<ProgressBlock>().First().Words}</span></a>");
        }

        html.Write($"</nav>\n");
    }

    private static bool IsOpen(Card? card) => card is { Kind: CardKind.Live }
        && card.Blocks.Any(static b => b is FocusBlock) && card.Blocks.Any(static b => b is HeadingBlock) && card.Blocks.Any(static b => b is ProgressBlock);
}
