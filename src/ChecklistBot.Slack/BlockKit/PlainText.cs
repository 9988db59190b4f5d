using System.Globalization;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>Texts of people and of checklists, made fit for Slack.</summary>
internal static class PlainText
{
    /// <summary>Escapes the three characters that Slack wants escaped in mrkdwn and in a message's text, and nothing else.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>At most so many UTF-16 units, cut between graphemes, with an ellipsis where something was cut.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..Border(text, most - 1)] + "…";

    /// <summary>
    /// The whole text in pieces of at most so many UTF-16 units, cut at a line's end where one is near, else at a space, else
    /// between graphemes. The line's end or the space at a cut is all that goes.
    /// </summary>
    public static IEnumerable<string> Pieces(string text, int most)
    {
        while (text.Length > most)
        {
            var cut = text.LastIndexOf('\n', most);
            if (cut < most / 2)
                cut = text.LastIndexOf(' ', most);
            var isSoft = cut >= most / 2;
            if (!isSoft)
                cut = Border(text, most) is var border and > 0 ? border : InsideGrapheme(text, most);
            yield return text[..cut];
            text = text[(isSoft ? cut + 1 : cut)..];
        }

        if (text.Length > 0)
            yield return text;
    }

    /// <summary>The largest grapheme border at or below a length.</summary>
    private static int Border(string text, int most)
    {
        var border = 0;
        while (border < text.Length)
        {
            var next = border + StringInfo.GetNextTextElementLength(text, border);
            if (next > most)
                break;
            border = next;
        }

        return border;
    }

    /// <summary>One grapheme is longer than the whole limit: cut inside it, but never between the halves of a surrogate pair.</summary>
    private static int InsideGrapheme(string text, int most) => most > 1 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
}
