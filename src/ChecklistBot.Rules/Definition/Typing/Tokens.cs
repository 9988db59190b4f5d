using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ChecklistBot.Rules;

/// <summary>Splits a typed line into words. Case, punctuation and white space do not matter; apostrophes join. Two labels of which the same words
/// are left cannot be told apart by whoever types them.</summary>
public static class Tokens
{
    /// <summary>The words of a line, in order.</summary>
    public static ImmutableArray<Token> Of(string line)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var word = new StringBuilder();
        for (var i = 0; i <= line.Length; i++)
        {
            var c = i < line.Length ? line[i] : ' ';
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || (IsMark(c) && word.Length > 0 && !char.IsDigit(word[^1])))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c is '\'' or '’' && word.Length > 0)
            {
                continue;
            }
            else
            {
                if (word.Length > 0)
                    tokens.Add(new Token(word.ToString(), i));
                word.Clear();
                if (c == '#' && i + 1 < line.Length && char.IsAsciiDigit(line[i + 1]))
                    word.Append('#');
            }
        }

        return tokens.ToImmutable();
    }

    /// <summary>What belongs to the letter before it: an accent, or in other scripts a vowel, without which one word is another. How a sign is to be
    /// drawn (the last range) is no part of a word.</summary>
    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && c is not (>= '\uFE00' and <= '\uFE0F');

    /// <summary>The words of a label or id, for comparison with <see cref="Of"/>.</summary>
    public static ImmutableArray<string> Words(string text) => [.. Of(text).Select(token => token.Word)];
}
