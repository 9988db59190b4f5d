using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Agreement;

/// <summary>What one other team answer would lead to. A tied item has no team answer, so nothing is said that holds for one of its options only.</summary>
internal static class SingleChanges
{
    /// <summary>Each answered item and other option of it after which exactly one path can come out, whichever way the other tied items fall, and it is
    /// another one; in the order of the file.</summary>
    /// <param name="picture">Team answers that lead to <paramref name="path"/>.</param>
    /// <param name="path">Index of the path as things stand.</param>
    public static IEnumerable<WhatIf> Of(TeamPicture picture, int path) => picture.Items.Any(item => item.State == ItemLineState.Tied)
        ? picture.Items.Where(item => item.State != ItemLineState.Open).SelectMany(item => Of(picture, item, path))
        : picture.Checklist.WhatIf(picture.Team);

    /// <summary>The paths that can come out with this option as the team's answer, whichever way the other tied items fall.</summary>
    public static ImmutableArray<int> Paths(TeamPicture picture, ItemPicture changed, int option) => picture.Checklist.Between(
    [
        .. picture.Items.Select(item => item == changed ? [option] : item.Team is { } team ? [team] : item.Candidates),
    ]).Paths;

    private static IEnumerable<WhatIf> Of(TeamPicture picture, ItemPicture item, int path) =>
        from option in Enumerable.Range(0, item.Definition.Options.Length)
        where option != item.Team
        let paths = Paths(picture, item, option)
        where paths is [var only] && only != path
        select new WhatIf(item.Index, option, paths[0]);
}
