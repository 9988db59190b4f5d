using System.Globalization;
using System.Text;

namespace ChecklistBot.Rules;

/// <summary>Shows text of a file inside a finding, which must stay on one line whatever the file holds.</summary>
internal static class Quoting
{
    private const int Longest = 60;

    public static string Quoted(string text) => $"\"{Bare(text)}\"";

    public static string Bare(string text) => Shown(text, Longest);

    /// <summary>A sentence of the base library that may quote the file.</summary>
    public static string Sentence(string text) => Shown(text.TrimEnd('.'), 3 * Longest);

    /// <summary>Without a limit.</summary>
    public static string OneLine(string text) => Shown(text, int.MaxValue);

    private static string Shown(string text, int longest)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= longest) return shown.Append('…').ToString();
            if (IsInvisible(rune)) shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else shown.Append(rune);
        }

        return shown.Length == 0 ? "(empty)" : shown.ToString();
    }

    /// <summary>Line breaks would split the finding; direction marks would reorder it.</summary>
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
