using System.Collections.Immutable;
using ChecklistBot.Assessments.Agreement;

namespace ChecklistBot.Assessments.Records;

/// <summary>Writes down what everybody said.</summary>
internal static class SnapshotItems
{
    /// <summary>One entry an item, in the file's order.</summary>
    public static ImmutableArray<SnapshotItem> Of(TeamPicture picture) => [.. picture.Items.Select(Of)];

    private static SnapshotItem Of(ItemPicture item)
    {
        var choices = item.Choices.Select(choice => new SnapshotChoice(
            item.Definition.Options[choice.Option].Id,
            item.Definition.Options[choice.Option].Label,
            choice.People));
        return new SnapshotItem(
            item.Position,
            item.Definition.Id,
            item.Definition.Question,
            item.NotSure.IsEmpty ? [.. choices] : [.. choices, new SnapshotChoice(Answers.NotSure, Answers.NotSureLabel, item.NotSure)],
            item.Team is { } team ? item.Definition.Options[team].Label : null,
            item.Settlement?.Person);
    }
}
