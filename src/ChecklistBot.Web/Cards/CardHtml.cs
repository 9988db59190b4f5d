using System.Collections.Immutable;
using System.Globalization;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Cards;

/// <summary>Draws a card as an article. A pure function: the same card at the same place is the same markup.</summary>
public static class CardHtml
{
    /// <summary>The form that all buttons of all cards belong to; it stands once on the page and says who taps, and where.</summary>
    public const string TapForm = "tap";

    /// <summary>Adds the card to the page.</summary>
    public static void Write(HtmlWriter html, Card card, CardPlace place)
    {
        ArgumentNullException.ThrowIfNull(html);
        html.Write($"<article data-kind=\"{KindName(card.Kind)}\"")
            .Attribute("data-assessment", card.Assessment?.ToString() ?? "")
            .Attribute("data-revision", card.Revision.ToString(CultureInfo.InvariantCulture))
            .Attribute("data-path", card.Kind == CardKind.Recommendation ? card.PathId ?? "" : null);
        html.Write($" class=\"card\" tabindex=\"-1\"");
        var headed = card.Blocks.Any(static b => b is HeadingBlock);
        if (headed)
        {
            html.Write($" aria-labelledby=\"{HeadingId(place)}\">\n");
        }
        else
        {
            html.Write($" aria-label=\"{Label(card, place)}\">\n");
        }

        WriteBlocks(html, card.Blocks, place);
        html.Write($"</article>\n");
    }

    internal static string HeadingId(CardPlace place) => place.ElementId + "-title";

    private static void WriteBlocks(HtmlWriter html, ImmutableArray<CardBlock> blocks, CardPlace place)
    {
        var focused = blocks.OfType<FocusBlock>().FirstOrDefault()?.ItemId;
        var documents = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            switch (blocks[i])
            {
                case HeadingBlock heading:
                    WriteHeading(html, heading, place, first: !blocks.Take(i).Any(static b => b is HeadingBlock));
                    break;
                case TextBlock text:
                    html.Write($"<p class=\"{ToneName(text.Tone)}\">").Isolated(text.Text).Write($"</p>\n");
                    break;
                case ProgressBlock progress:
                    WriteProgress(html, progress);
                    break;
                case FlagsBlock flags:
                    WriteFlags(html, flags);
                    break;
                case DividerBlock:
                    html.Write($"<hr>\n");
                    break;
                case FocusBlock focus:
                    FocusHtml.Write(html, focus);
                    break;
                case ButtonsBlock buttons:
                    ButtonHtml.WriteGroup(html, buttons, place);
                    break;
                case LinkBlock link:
                    html.Write($"<p>");
                    LinkHtml.Write(html, link.Text, link.Link);
                    html.Write($"</p>\n");
                    break;
                case DocumentBlock document:
                    DocumentHtml.Write(html, document, place, documents++);
                    break;
                case ItemLineBlock:
                    i += WriteRun<ItemLineBlock>(html, "ul", "items", blocks, i, line => ItemLineHtml.Write(html, line, line.ItemId == focused)) - 1;
                    break;
                case SectionBlock:
                    i += WriteRun<SectionBlock>(html, "dl", "sections", blocks, i, section => WriteSection(html, section)) - 1;
                    break;
                case EntryBlock:
                    i += WriteRun<EntryBlock>(html, "ul", "entries", blocks, i, entry => WriteEntry(html, entry)) - 1;
                    break;
            }
        }
    }

    /// <summary>Puts neighbours of one kind into one list; the number of blocks taken.</summary>
    private static int WriteRun<TBlock>(
        HtmlWriter html, string element, string name, ImmutableArray<CardBlock> blocks, int start, Action<TBlock> write)
        where TBlock : CardBlock
    {
        html.Write($"<{element} class=\"{name}\">\n");
        var end = start;
        while (end < blocks.Length && blocks[end] is TBlock block)
        {
            write(block);
            end++;
        }

        html.Write($"</{element}>\n");
        return end - start;
    }

    private static void WriteHeading(HtmlWriter html, HeadingBlock heading, CardPlace place, bool first) =>
        html.Write($"<h3").Attribute("id", first ? HeadingId(place) : null).Write($">").Isolated(heading.Text).Write($"</h3>\n");

    private static void WriteProgress(HtmlWriter html, ProgressBlock progress) => html.Write($"""
        <p class="progress"><progress max="{Math.Max(progress.Total, 1)}" value="{progress.Done}" aria-label="{progress.Words}"></progress> <span>{progress.Words}</span></p>

        """);

    private static void WriteFlags(HtmlWriter html, FlagsBlock flags)
    {
        html.Write($"<p class=\"flags\"><span aria-hidden=\"true\">⚑</span> <span class=\"unseen\">Flags: </span>");
        for (var i = 0; i < flags.Labels.Length; i++)
        {
            html.Write($"{(i == 0 ? "" : " · ")}<span class=\"flag\">{flags.Labels[i]}</span>");
        }

        html.Write($"</p>\n");
    }

    private static void WriteSection(HtmlWriter html, SectionBlock section)
    {
        html.Write($"<div><dt>{section.Label}</dt><dd>");
        foreach (var line in section.Lines)
        {
            html.Write($"<p>").Isolated(line).Write($"</p>");
        }

        html.Write($"</dd></div>\n");
    }

    private static void WriteEntry(HtmlWriter html, EntryBlock entry)
    {
        html.Write($"<li>");
        LinkHtml.Write(html, entry.Title, entry.Link);
        html.Write($"<span class=\"detail\">").Isolated(entry.Detail).Write($"</span></li>\n");
    }

    private static string Label(Card card, CardPlace place) => card.Kind switch
    {
        CardKind.Reply when place.Addressee is { } person => $"Reply to {person}",
        CardKind.Reply => "Reply",
        CardKind.Register => "Register",
        _ when card.Number > 0 => $"{(card.Kind == CardKind.Live ? "Assessment" : "Recommendation")} {card.Number}",
        _ => "Card",
    };

    private static string KindName(CardKind kind) => kind switch
    {
        CardKind.Live => "live",
        CardKind.Recommendation => "recommendation",
        CardKind.Register => "register",
        _ => "reply",
    };

    private static string ToneName(TextTone tone) => tone switch
    {
        TextTone.Subtle => "subtle",
        TextTone.Strong => "strong",
        TextTone.Attention => "attention",
        _ => "normal",
    };
}
