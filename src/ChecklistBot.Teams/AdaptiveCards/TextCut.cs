using System.Globalization;

namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>Shortens texts without breaking characters.</summary>
internal static class TextCut
{
    private const string Ellipsis = "…";

    /// <summary>At most <paramref name="limit"/> UTF-16 units, cut between words where there are any, with an ellipsis.</summary>
    public static string AtWord(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var end = WholeCharacters(text, limit - Ellipsis.Length);
        var blank = text.LastIndexOf(' ', Math.Max(end - 1, 0), Math.Max(end, 0));
        return text[..(blank > end / 2 ? blank : end)] + Ellipsis;
    }

    /// <summary>At most <paramref name="limit"/> UTF-16 units, cut between lines where there are any.</summary>
    public static string AtLine(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var line = text.LastIndexOf('\n', limit - 1);
        return line > limit / 2 ? text[..line] : text[..WholeCharacters(text, limit)];
    }

    // A grapheme as people see it may be many units long (flags, families): cut before the one that does not fit.
    private static int WholeCharacters(string text, int limit)
    {
        var end = 0;
        // One that is longer than this is made to break things; then any surrogate boundary is good enough.
        var from = Math.Max(0, limit - 200);
        if (from > 0 && char.IsLowSurrogate(text[from])) from--;
        end = from;
        while (end < limit)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            if (end + length > limit) break;
            end += length;
        }

        return end > from || from == 0 ? end : char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }
}
