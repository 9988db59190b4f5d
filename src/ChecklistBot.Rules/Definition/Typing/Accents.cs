using System.Text;

namespace ChecklistBot.Rules;

/// <summary>An accented letter is written as one character or as a letter and accents behind it: keyboards give the one, names of files on some machines the
/// other. Without the tables of a culture nothing turns one into the other (<c>Normalize</c> gives back what it got), so that they are compared without regard
/// to which letter bears which accent; that is enough to find a name among the few there are.</summary>
public static class Accents
{
    /// <summary>Stands for an accented letter.</summary>
    public const char Accented = '◌';

    /// <summary>Whether an accent stands behind its letter.</summary>
    public static bool StandApart(string text) => text.AsSpan().ContainsAnyInRange('\u0300', '\u036F');

    /// <summary>With the same sign for every accented Latin letter, however it is written.</summary>
    public static string Blurred(string text)
    {
        var blurred = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!IsAccent(letter))
                blurred.Append(IsAccented(letter) ? Accented : letter);
            else if (blurred.Length > 0 && (char.IsAsciiLetter(blurred[^1]) || blurred[^1] == Accented))
                blurred[^1] = Accented;
            else
                blurred.Append(letter);
        }

        return blurred.ToString();
    }

    /// <summary>Whether two different texts may be the same, written in the two ways.</summary>
    public static bool AreAlike(string left, string right) => (StandApart(left) || StandApart(right)) && Blurred(left) == Blurred(right);

    internal static bool IsAccent(char letter) => letter is >= '\u0300' and <= '\u036F';

    private static bool IsAccented(char letter) => letter is (>= '\u00C0' and <= '\u024F' and not ('×' or '÷')) or (>= '\u1E00' and <= '\u1EFF');
}
