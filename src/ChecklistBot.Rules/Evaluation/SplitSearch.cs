using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>Finds the fewest items that decide between the paths which a split team leaves possible.</summary>
internal sealed class SplitSearch
{
    private readonly CompiledChecklist _checklist;
    private readonly ImmutableArray<ImmutableArray<int>> _candidates;

    private SplitSearch(CompiledChecklist checklist, ImmutableArray<ImmutableArray<int>> candidates) =>
        (_checklist, _candidates) = (checklist, candidates);

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

        return new SplitSearch(checklist, [.. candidates.Select(chosen => chosen.Distinct().Order().ToImmutableArray())]).Run();
    }

    private SplitResult Run()
    {
        var given = _checklist.Empty;
        for (var item = 0; item < _candidates.Length; item++)
            if (_candidates[item] is [var only]) given = _checklist.With(given, item, only);
        var split = Positions(chosen => chosen.Length > 1);
        var paths = new SortedSet<int>();
        var table = new MixTable(_checklist, given, split, _candidates, paths);
        ImmutableArray<int> left = [.. paths];
        if (left.Length == 1) return new SplitResult(left, [], []);
        if (table.FewestDeciders() is not { } deciders)
        {
            // Open items matter too, whatever the split ones are settled on: then any of their options may come.
            ImmutableArray<ImmutableArray<int>> opened = [.. _candidates.Select((chosen, item) =>
                chosen.Length > 0 ? chosen : [.. Enumerable.Range(0, _checklist.Definition.Items[item].Options.Length)])];
            table = new MixTable(_checklist, given, Positions(chosen => chosen.Length != 1), opened, paths);
            deciders = table.FewestDeciders()!.Value; // all of them together leave a complete set, which has one path
        }

        return new SplitResult(left, deciders, table.Choices(deciders));
    }

    private ImmutableArray<int> Positions(Func<ImmutableArray<int>, bool> which) =>
        [.. Enumerable.Range(0, _candidates.Length).Where(item => which(_candidates[item]))];
}
