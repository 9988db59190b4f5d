using System.Globalization;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Web.Cards;
using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Pages;

/// <summary>Draws one message of a room: somebody's words, or a card with what other platforms would receive for it.</summary>
public sealed class MessageHtml(WebChannelSettings settings, IEnumerable<ICardPreview> previews)
{
    private readonly ICardPreview[] previews = [.. previews];

    /// <summary>Adds the message as a list item.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="message">The message.</param>
    /// <param name="room">Its room.</param>
    /// <param name="who">Who looks at the page; null in the event stream.</param>
    /// <param name="token">Fresh for each page; null in the event stream.</param>
    public void Write(HtmlWriter html, RoomMessage message, string room, string? who, string? token)
    {
        var place = new CardPlace(message.Number, room, who, token, message.Card is null ? null : message.Person);
        html.Write($"<li id=\"{place.ElementId}\" class=\"message {Look(message.Card)}\" data-summary=\"{Summary(message)}\"")
            .Attribute("data-news", message.Card is { News: { IsEmpty: false } news } ? string.Join('\n', news) : null);
        html.Write($">\n");
        if (message.Card is { } card)
        {
            WriteByline(html, "Checklist", message);
            CardHtml.Write(html, card, place);
            if (card.Kind != CardKind.Reply)
            {
                WritePreviews(html, card);
            }
        }
        else
        {
            WriteByline(html, message.Person ?? Assessments.Messages.Names.Forgotten, message);
            html.Write($"<p class=\"said\">").Isolated(message.Words ?? "").Write($"</p>\n");
        }

        html.Write($"</li>\n");
    }

    /// <summary>What concerns one person is kept small: on one line where it is one sentence.</summary>
    private static string Look(Card? card) => card switch
    {
        null => "words",
        { Kind: not CardKind.Reply } => "from-bot",
        { Blocks: [TextBlock] or [TextBlock, ButtonsBlock] } => "from-bot reply one-line",
        _ => "from-bot reply",
    };

    private static string Summary(RoomMessage message) => message switch
    {
        { Card: null } => $"{message.Person}: {message.Words}",
        { Card: { } card, Person: { } person } => $"To {person}: {card.Summary}",
        { Card: { } card } => card.Summary,
    };

    private void WriteByline(HtmlWriter html, string author, RoomMessage message)
    {
        var local = TimeZoneInfo.ConvertTime(message.At, settings.TimeZone);
        html.Write($"<p class=\"byline\"><span class=\"author\">").Isolated(author).Write($"</span>");
        if (message is { Card: not null, Person: { } person })
        {
            html.Write($" <span class=\"to\">To ").Isolated(person).Write($"</span>");
        }

        html.Write($" <time datetime=\"{message.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\">");
        html.Write($"{local.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)}</time>");
        if (message.Pinned)
        {
            html.Write($" <span class=\"pinned\">Pinned</span>");
        }

        html.Write($"</p>\n");
    }

    private void WritePreviews(HtmlWriter html, Card card)
    {
        if (previews.Length == 0)
        {
            return;
        }

        html.Write($"<div class=\"previews\">\n");
        foreach (var preview in previews)
        {
            html.Write($"<details class=\"preview\" data-keep=\"preview {preview.Platform}\"><summary>What {preview.Platform} receives</summary>");
            html.Write($"<div class=\"document\"><p class=\"tools\"><button type=\"button\" class=\"copy\">Copy</button></p>\n");
            html.Write($"<pre tabindex=\"0\">\n{preview.Render(card)}</pre></div></details>\n");
        }

        html.Write($"</div>\n");
    }
}
