using System.Globalization;

namespace ChecklistBot.Rules;

/// <summary>Reports labels that mean another answer when they are typed: a number or a letter is an answer's place, <c>1d</c> is answer d of item 1.</summary>
internal static class PlaceLabels
{
    private const int LongestPlace = 4;

    public static void Report(IReadOnlyList<SourceNode> options, FindingList findings)
    {
        for (var index = 0; index < options.Count; index++)
        {
            var label = options[index].Properties.Find(property => property.Name == "label")?.Value;
            if (label is null || Tokens.Words(label.Text) is not [var word] || Meant(word) is not { } meant || Place(word) == index + 1) continue;
            var id = options[index].Properties.Find(property => property.Name == "id")?.Value.Text ?? "";
            findings.Add(label.Line, id, $"has the label {Quoting.Quoted(label.Text)}, which typed means {meant}; write a label of more than that");
        }
    }

    private static string? Meant(string word)
    {
        if (Place(word) is not null) return $"answer {word} of the item";
        return word.Length is > 1 and <= LongestPlace && char.IsAsciiLetterLower(word[^1]) && word[..^1].All(char.IsAsciiDigit)
            ? $"answer {word[^1]} of item {word[..^1]}"
            : null;
    }

    /// <summary>Counted from 1; null for a word that is no place.</summary>
    private static int? Place(string word)
    {
        if (word.Length == 1 && char.IsAsciiLetterLower(word[0])) return word[0] - 'a' + 1;
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 999 ? number : null;
    }
}
