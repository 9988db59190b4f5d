using System.Collections.Immutable;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Agreement;

/// <summary>The shortest way to say which choices of the deciding items lead to a path: "item 1 is real time" instead of every combination that has it.</summary>
/// <param name="Named">Fewest items first. Two of them may hold at once.</param>
/// <param name="Others">Combinations that lead there too and are in none of those.</param>
public sealed record Ways(ImmutableArray<Way> Named, int Others)
{
    /// <summary>More ways are no help to anybody, and a decision keeps them for ever.</summary>
    private const int Most = 12;

    /// <summary>Looks at groups of items are counted in choices: beyond this only groups of one and two items are tried.</summary>
    private const int MostLooks = 1 << 18;

    /// <param name="path">One of the split's.</param>
    /// <param name="split">Every combination of what the deciding items may come to, each with the one path that it leads to.</param>
    public static Ways To(int path, SplitResult split)
    {
        var own = split.Choices.Where(choice => choice.Paths.Contains(path)).Select(choice => choice.Options).ToList();
        var other = split.Choices.Where(choice => !choice.Paths.Contains(path)).Select(choice => choice.Options).ToList();
        var items = split.Deciders.Length;
        // Groups are told apart by number, as the checklist's own table does, which bounds how large these become.
        var radix = Enumerable.Range(0, items).Select(item => split.Choices.Max(choice => choice.Options[item]) + 1).ToArray();
        int Key(ImmutableArray<int> options, int[] group) => group.Aggregate(0, (key, item) => (key * radix[item]) + options[item]);
        var found = new List<Way>();
        foreach (var group in Groups(items, isLarge: split.Choices.Length > MostLooks >> Math.Min(items, 18)))
        {
            var elsewhere = other.Select(options => Key(options, group)).ToHashSet();
            // What begins with the most is said first; choices that an earlier way has are no reason for another.
            foreach (var alike in own.Where(options => !elsewhere.Contains(Key(options, group))).GroupBy(options => Key(options, group))
                         .OrderByDescending(alike => alike.Count(options => !IsCovered(options, found))).ToList())
                if (alike.Any(options => !IsCovered(options, found)))
                    found.Add(new Way([.. group.Select(item => (item, ImmutableArray.Create(alike.First()[item])))]));
        }

        for (var i = found.Count - 1; i >= 0; i--)
        {
            List<Way> rest = [.. found[..i], .. found[(i + 1)..]];
            if (own.All(options => !Holds(found[i], options) || IsCovered(options, rest)))
                found = rest;
        }

        var named = Joined(found).Take(Most).ToImmutableArray();
        return new Ways(named, own.Count(options => !IsCovered(options, named)));
    }

    /// <summary>Smaller ones first, so that a way never takes an item more than it must; then in item order.</summary>
    private static IEnumerable<int[]> Groups(int items, bool isLarge)
    {
        IEnumerable<int[]> groups = [[]];
        for (var size = 1; size <= (isLarge ? Math.Min(2, items) : items); size++)
        {
            groups = [.. groups.SelectMany(group => Enumerable.Range(group.Length == 0 ? 0 : group[^1] + 1, items - (group.Length == 0 ? 0 : group[^1] + 1))
                .Select(item => (int[])[.. group, item]))];
            foreach (var group in groups)
                yield return group;
        }
    }

    /// <summary>Ways that differ in one item's option are one way with several options of it.</summary>
    private static List<Way> Joined(List<Way> ways)
    {
        for (var i = 0; i < ways.Count; i++)
        {
            for (var j = i + 1; j < ways.Count; j++)
                if (TryJoin(ways[i], ways[j]) is { } both)
                    return Joined([.. ways[..i], both, .. ways[(i + 1)..j], .. ways[(j + 1)..]]);
        }

        return ways;
    }

    private static Way? TryJoin(Way one, Way other)
    {
        if (!one.Answers.Select(answer => answer.Decider).SequenceEqual(other.Answers.Select(answer => answer.Decider)))
            return null;
        var different = Enumerable.Range(0, one.Answers.Length).Where(i => !one.Answers[i].Options.SequenceEqual(other.Answers[i].Options)).ToList();
        return different is [var only]
            ? new Way(one.Answers.SetItem(only, (one.Answers[only].Decider, [.. one.Answers[only].Options.Union(other.Answers[only].Options).Order()])))
            : null;
    }

    private static bool IsCovered(ImmutableArray<int> options, IEnumerable<Way> ways) => ways.Any(way => Holds(way, options));

    private static bool Holds(Way way, ImmutableArray<int> options) => way.Answers.All(answer => answer.Options.Contains(options[answer.Decider]));
}
