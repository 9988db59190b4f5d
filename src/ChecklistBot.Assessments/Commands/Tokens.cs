using System.Collections.Immutable;

namespace ChecklistBot.Assessments.Commands;

/// <summary>A word of a typed line.</summary>
/// <param name="Word">Lower case letters and digits, or <c>#</c> and digits.</param>
/// <param name="End">Where it ends in the line: what follows is the rest as typed.</param>
internal readonly record struct Token(string Word, int End);

/// <summary>Splits a typed line into words. Case, punctuation and white space do not matter; apostrophes join.</summary>
internal static class Tokens
{
    public static ImmutableArray<Token> Of(string line)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var word = new System.Text.StringBuilder();
        for (var i = 0; i <= line.Length; i++)
        {
            var c = i < line.Length ? line[i] : ' ';
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
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

    /// <summary>The words of a label or id, for comparison with <see cref="Of"/>.</summary>
    public static ImmutableArray<string> Words(string text) => [.. Of(text).Select(token => token.Word)];
}
