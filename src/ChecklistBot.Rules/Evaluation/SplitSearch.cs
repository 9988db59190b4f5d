using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>Finds the items that decide between the paths which a split team leaves possible.
/// <para>An item decides when two mixes of candidates differ in it alone and in the path. Whoever settles all such items has one path
/// left, since changing the others one by one never changes it; and none of them can be spared. So they are the smallest set, and the
/// only one of its size: no search through sets is needed.</para></summary>
internal sealed class SplitSearch
{
    private readonly CompiledChecklist _checklist;
    private readonly AnswerSet _given;
    private readonly ImmutableArray<int> _items;
    private readonly ImmutableArray<ImmutableArray<int>> _candidates;

    private SplitSearch(CompiledChecklist checklist, IReadOnlyList<ImmutableArray<int>> candidates)
    {
        _checklist = checklist;
        _given = checklist.Empty;
        for (var item = 0; item < candidates.Count; item++)
            if (candidates[item].Distinct().ToList() is [var only]) _given = checklist.With(_given, item, only);
        // Whatever does not matter even over all options stays open.
        _items = checklist.Matters(_given);
        _candidates = [.. _items.Select(item => Candidates(candidates[item], item))];
    }

    public static SplitResult Run(CompiledChecklist checklist, IReadOnlyList<ImmutableArray<int>> candidates)
    {
        var items = checklist.Definition.Items;
        if (candidates.Count != items.Length)
            throw new ArgumentException($"There are {items.Length} items, but candidates for {candidates.Count}.", nameof(candidates));
        for (var item = 0; item < items.Length; item++)
        {
            if (candidates[item].Any(option => option < 0 || option >= items[item].Options.Length))
                throw new ArgumentException($"Item {item} has no such option.", nameof(candidates));
        }

        return new SplitSearch(checklist, candidates).Run();
    }

    private SplitResult Run()
    {
        if (_items.IsEmpty) return new SplitResult(_checklist.Reachable(_given), [], []);
        var space = new AnswerSpace([.. _candidates.Select(options => options.Length)]);
        var paths = Paths(space);
        var deciders = Enumerable.Range(0, _items.Length).Where(position => Decides(space, paths, position)).ToImmutableArray();
        return new SplitResult(
            [.. paths.Values.Distinct().Order()], [.. deciders.Select(position => _items[position])], Choices(space, paths, deciders));
    }

    /// <summary>Nobody's choice means that any option may come.</summary>
    private ImmutableArray<int> Candidates(ImmutableArray<int> chosen, int item) =>
        chosen.IsEmpty ? [.. Enumerable.Range(0, _checklist.Definition.Items[item].Options.Length)] : [.. chosen.Distinct().Order()];

    /// <summary>The path of each mix, by its number in the space of the items that matter.</summary>
    private Dictionary<int, int> Paths(AnswerSpace space)
    {
        var options = new int[_items.Length];
        var paths = new Dictionary<int, int>();
        foreach (var code in space.Complete(options))
        {
            var set = _given;
            for (var i = 0; i < options.Length; i++) set = _checklist.With(set, _items[i], _candidates[i][options[i]]);
            paths[code] = _checklist.Evaluate(set).Path!.Value; // everything that matters is answered
        }

        return paths;
    }

    /// <summary>Comparing each mix with the one that has the item's first candidate is enough: where all equal that one, they are equal.</summary>
    private static bool Decides(AnswerSpace space, Dictionary<int, int> paths, int position) =>
        paths.Any(mix => mix.Value != paths[mix.Key - ((space.Digit(mix.Key, position) - 1) * space.Weight(position))]);

    /// <summary>In the order of the file. The items that do not decide have their first candidate, as good as any.</summary>
    private ImmutableArray<SplitChoice> Choices(AnswerSpace space, Dictionary<int, int> paths, ImmutableArray<int> deciders)
    {
        if (deciders.IsEmpty) return [];
        var first = Enumerable.Range(0, _items.Length).Sum(space.Weight);
        var options = new int[deciders.Length];
        var choices = ImmutableArray.CreateBuilder<SplitChoice>();
        foreach (var _ in new AnswerSpace([.. deciders.Select(position => _candidates[position].Length)]).Complete(options))
        {
            var code = first + deciders.Select((position, i) => options[i] * space.Weight(position)).Sum();
            choices.Add(new SplitChoice([.. deciders.Select((position, i) => _candidates[position][options[i]])], [paths[code]]));
        }

        return choices.ToImmutable();
    }
}
