using System.Buffers;
using System.Text;

namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>
/// Plain text for a TextBlock, which reads a subset of Markdown: what people typed must come out as they typed it, and must not become a
/// link, a mention, a list or emphasis.
/// </summary>
internal static class MarkdownText
{
    // Invisible, and enough to keep "<at>" from being a mention or a tag; a backslash would do too, but some clients show it there.
    private const char WordJoiner = '\u2060';

    // What means something wherever it stands.
    private static readonly SearchValues<char> Anywhere =
        SearchValues.Create([.. @"\*_[]`~|<&", .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    // What may mean something at the start: a quotation, a heading, a list, a line across.
    private static readonly SearchValues<char> First = SearchValues.Create(">#-+0123456789");

    /// <summary>Escapes a text of one line. Line breaks become blanks.</summary>
    public static string Escape(string text)
    {
        if (text.Length == 0 || (!First.Contains(text[0]) && !text.AsSpan().ContainsAny(Anywhere)))
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        var start = StartLength(text);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            switch (character)
            {
                case '\\' or '*' or '_' or '[' or ']' or '`' or '~' or '|':
                    escaped.Append('\\').Append(character);
                    break;
                case '<' or '&':
                    escaped.Append(character).Append(WordJoiner);
                    break;
                case '>' when i == 0:
                case '#' or '-' or '+' when i == 0 && IsMark(text):
                case '.' or ')' when i == start:
                    escaped.Append('\\').Append(character);
                    break;
                default:
                    escaped.Append(char.IsControl(character) ? ' ' : character);
                    break;
            }
        }

        return escaped.ToString();
    }

    // "# ", "- ", "+ ", "---": a heading, a list, a line across. "#3" is none of them.
    private static bool IsMark(string text) => text.Length == 1 || text[1] == ' ' || text[1] == text[0];

    // "3. " at the start is drawn as a list: the index of the mark behind leading digits, or -1.
    private static int StartLength(string text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        return digits is > 0 and < 10 ? digits : -1;
    }
}
