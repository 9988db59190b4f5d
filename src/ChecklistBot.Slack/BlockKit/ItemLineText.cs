using System.Globalization;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>An answered item in words.</summary>
internal static class ItemLineText
{
    /// <summary>"✓ 2. How long …?" and below it "You differ: Minutes 2 (Ann, Ben) / Hours 1 (Chi)".</summary>
    public static string ForEyes(ItemLineBlock line, Shrink shrink) => $"{line.State.Mark()} {Question(line)}\n{Answer(line, shrink)}";

    /// <summary>The same on one line and without the mark.</summary>
    public static string ForEars(ItemLineBlock line, Shrink shrink) => $"{Question(line)} {Answer(line, shrink)}";

    private static string Question(ItemLineBlock line) => string.Create(CultureInfo.InvariantCulture, $"{line.Position}. {line.Question}");

    private static string Answer(ItemLineBlock line, Shrink shrink)
    {
        var choices = string.Join(" / ", line.Choices.Select(choice => Choice(choice, line.Choices.Length > 1, shrink)));
        return $"{StateWord(line)}: {choices}{(line.Note is { } note ? $" ({note})" : "")}";
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
