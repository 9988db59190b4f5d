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

    /// <summary>The whole text in pieces of at most so many UTF-16 units, cut at white space where there is some, else between graphemes.</summary>
    public static IEnumerable<string> Pieces(string text, int most)
    {
        while (text.Length > most)
        {
            var border = text.LastIndexOfAny(['\n', ' '], most - 1);
            if (border < most / 2)
                border = Border(text, most);
            yield return text[..border];
            text = text[border..].TrimStart(' ', '\n');
        }

        if (text.Length > 0)
            yield return text;
    }

    /// <summary>The largest grapheme border at or below a length; at least one grapheme's first unit, so that pieces end.</summary>
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

        // One grapheme longer than the whole limit: cut inside it, but never between the halves of a surrogate pair.
        return border > 0 ? border : char.IsHighSurrogate(text[Math.Max(0, most - 1)]) ? Math.Max(1, most - 1) : Math.Max(1, most);
    }
}
