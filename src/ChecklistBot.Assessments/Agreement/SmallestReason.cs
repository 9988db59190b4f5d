using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Assessments.Agreement;

/// <summary>The smallest set of items whose answers alone lead to the path, whatever the others say.</summary>
internal static class SmallestReason
{
    /// <summary>Indices of the items, in order. For a tied item all its chosen options count, so the reason holds for everyone.</summary>
    /// <param name="picture">Team answers that leave one path.</param>
    public static ImmutableArray<int> Of(TeamPicture picture)
    {
        var checklist = picture.Checklist;
        // The compiled reasons know one answer an item. A tied item may make a smaller reason than the untied ones alone.
        if (picture.Items.All(item => item.State != ItemLineState.Tied) && checklist.Explain(picture.Team) is { } reason)
            return [.. picture.Items.Where(item => checklist.OptionOf(reason, item.Index) is not null).Select(item => item.Index)];
        var given = picture.Items.Where(item => item.State != ItemLineState.Open).Select(item => item.Index).ToArray();
        // All of them together leave one path, so some size does.
        return Enumerable.Range(0, given.Length + 1).Select(size => First(picture, given, size, [])).First(found => found is not null)!.Value;
    }

    /// <summary>The first subset in lexicographic order that leaves one path; null for none of this size.</summary>
    private static ImmutableArray<int>? First(TeamPicture picture, ReadOnlySpan<int> given, int size, ImmutableArray<int> chosen)
    {
        if (size == 0)
            return Forces(picture, chosen) ? chosen : null;
        for (var i = 0; i + size <= given.Length; i++)
            if (First(picture, given[(i + 1)..], size - 1, chosen.Add(given[i])) is { } found)
                return found;
        return null;
    }

    private static bool Forces(TeamPicture picture, ImmutableArray<int> items)
    {
        var candidates = picture.Items.Select(item => !items.Contains(item.Index)
            ? []
            : item.Team is { } team ? ImmutableArray.Create(team) : item.Candidates);
        return picture.Checklist.Between([.. candidates]).Paths.Length == 1;
    }
}
