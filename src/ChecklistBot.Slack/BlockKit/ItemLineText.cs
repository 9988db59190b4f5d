using System.Globalization;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>An answered item in words: "✓ 2. How long …? You differ: Minutes 2 (Ann, Ben) / Hours 1 (Chi)".</summary>
internal static class ItemLineText
{
    public static string Of(ItemLineBlock line, Shrink shrink, bool withMark)
    {
        var mark = withMark ? line.State.Mark() + " " : "";
        var choices = string.Join(" / ", line.Choices.Select(choice => Choice(choice, line.Choices.Length > 1, shrink)));
        var note = line.Note is { } words ? $" ({words})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{mark}{line.Position}. {line.Question} {StateWord(line)}: {choices}{note}");
    }

    private static string Choice(LineChoice choice, bool isOneOfSeveral, Shrink shrink)
    {
        var count = isOneOfSeveral || shrink >= Shrink.Names ? $" {choice.Count.ToString(CultureInfo.InvariantCulture)}" : "";
        return shrink >= Shrink.Names ? choice.Label + count : $"{choice.Label}{count} ({choice.People})";
    }

    private static string StateWord(ItemLineBlock line)
    {
        var word = line.State.Word();
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
