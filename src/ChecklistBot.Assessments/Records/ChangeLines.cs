using System.Collections.Immutable;
using ChecklistBot.Assessments.Replies;

namespace ChecklistBot.Assessments.Records;

/// <summary>The single changes that lead elsewhere, in words.</summary>
internal static class ChangeLines
{
    /// <summary>One line an item and path, its answers joined by "or".</summary>
    public static ImmutableArray<string> Of(ImmutableArray<SnapshotChange> changes) =>
    [
        .. changes.GroupBy(change => (change.Answer.Position, change.PathId)).Select(group =>
        {
            var first = group.First();
            var labels = Wording.List([.. group.Select(change => $"“{change.Answer.Label}”")], "or");
            return $"Item {first.Answer.Position}: {labels} would lead to {Wording.InSentence(first.PathLabel)}.";
        }),
    ];
}
