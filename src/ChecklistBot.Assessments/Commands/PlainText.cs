using System.Globalization;
using System.Text;

namespace ChecklistBot.Assessments.Commands;

/// <summary>Makes people's text safe to show anywhere: one line, no control, direction or half characters.</summary>
public static class PlainText
{
    /// <summary>Joins white space, drops control and direction characters and lone surrogates, and trims. Null gives "".</summary>
    public static string OneLine(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var line = new StringBuilder(Math.Min(text.Length, 256));
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                gap = true;
                continue;
            }

            if (IsHidden(rune))
                continue;
            if (gap && line.Length > 0)
                line.Append(' ');
            gap = false;
            line.Append(rune.ToString());
        }

        return line.ToString();
    }

    /// <summary>Whether anything of a line can be seen: joiners, accents without a letter and blank letters cannot.</summary>
    public static bool IsVisible(string line)
    {
        foreach (var rune in line.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                    or UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherNotAssigned)
                && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0))
                return true;
        return false;
    }

    /// <summary>At most so many graphemes, which are what people count as characters.</summary>
    public static string CutCharacters(string text, int most)
    {
        var end = 0;
        for (var count = 0; count < most && end < text.Length; count++)
            end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
        return end == text.Length ? text : text[..end].TrimEnd();
    }

    /// <summary>At most so many UTF-16 units, cut between graphemes where one of them fits, else between code points.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        if (maxLength <= 0)
            return "";
        var end = 0;
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(end));
            if (end + length > maxLength)
                break;
            end += length;
        }

        // One grapheme alone may be longer than the limit (a letter under hundreds of accents).
        if (end == 0)
            end = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return text[..end].TrimEnd();
    }

    /// <summary>Characters that are not seen but change what is: controls, direction marks and overrides, and the
    /// replacement of a lone surrogate. Joiners stay: emoji and Indic scripts need them.</summary>
    private static bool IsHidden(Rune rune) =>
        Rune.IsControl(rune)
        || rune == Rune.ReplacementChar
        || rune.Value is 0x061C or 0x180E or 0x200B or 0x200E or 0x200F or 0xFEFF
            or (>= 0x202A and <= 0x202E)
            or (>= 0x2060 and <= 0x206F)
            or (>= 0xFFF9 and <= 0xFFFB);
}
