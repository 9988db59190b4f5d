using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Replies;

namespace ChecklistBot.Assessments.Views;

/// <summary>Where people differed, what it means for the result, and who settled it.</summary>
internal static class DifferenceLines
{
    /// <summary>One line, or one an item and more. Empty when all agreed.</summary>
    public static ImmutableArray<string> Of(DecisionSnapshot decision, Names names)
    {
        var items = decision.Differences.GroupBy(difference => difference.Answer.Position).ToArray();
        var changes = decision.Differences.Any(difference => difference.PathLabel is not null);
        if (!changes && decision.OutvotedPaths.IsEmpty && items is [var only])
            return [$"You differed on item {only.Key}: {Choices(only, names)}; it does not change the result.", .. Settled(decision, only.Key, names)];

        var lines = ImmutableArray.CreateBuilder<string>();
        if (!changes && decision.OutvotedPaths.IsEmpty && items.Length > 1)
            lines.Add($"You differed on {items.Length} items; it does not change the result.");
        foreach (var item in items)
        {
            lines.AddRange(changes ? item.Select(difference => Effect(difference, names)) : [$"Item {item.Key}: {Choices(item, names)}."]);
            lines.AddRange(Settled(decision, item.Key, names));
        }

        if (!changes && !decision.OutvotedPaths.IsEmpty)
            lines.Add($"None of these alone changes the result; several together could lead to {Wording.Paths(decision.OutvotedPaths)}.");
        if (changes && Unnamed(decision) is { IsEmpty: false } further)
            lines.Add($"Several of these together could also lead to {Wording.Paths(further)}.");
        return lines.ToImmutable();
    }

    /// <summary>Where outvoted answers lead together and none of them leads alone.</summary>
    private static ImmutableArray<string> Unnamed(DecisionSnapshot decision) =>
    [
        .. decision.OutvotedPaths.Where(path => !decision.Differences.Any(difference =>
            difference.PathLabel?.Contains(path, StringComparison.OrdinalIgnoreCase) == true)),
    ];

    private static string Choices(IEnumerable<SnapshotDifference> differences, Names names) =>
        string.Join(", ", differences.Select(difference => Choice(difference, names)));

    private static string Choice(SnapshotDifference difference, Names names) => $"“{difference.Answer.Label}” ({NameLists.Of(difference.People, names)})";

    private static string Effect(SnapshotDifference difference, Names names)
    {
        var who = $"Item {difference.Answer.Position}: {Choice(difference, names)}";
        return difference.PathLabel is { } path ? $"{who} {(difference.Several ? "could" : "would")} lead to {Wording.InSentence(path)}." : $"{who} does not change the result.";
    }

    private static IEnumerable<string> Settled(DecisionSnapshot decision, int position, Names names) =>
        from item in decision.Items
        where item.Position == position && item.SettledBy is not null
        select $"Item {position} was settled on “{item.Team}” by {names[item.SettledBy!.Value]}.";
}
