namespace ChecklistBot.Rules.Tests.Naive;

/// <summary>Answers every question about partial answer sets by going through all completions. Slow, obvious, and without a line in
/// common with the engine. An answer set is an array with the option of each item, -1 for open.</summary>
internal sealed class NaiveEngine
{
    private const int Open = -1;

    private readonly INaiveChecklist _checklist;
    private readonly Dictionary<string, CompleteResult> _judged = [];

    public NaiveEngine(INaiveChecklist checklist)
    {
        _checklist = checklist;
        foreach (var complete in Completions([.. _checklist.Options.Select(_ => Open)])) _judged[Key(complete)] = _checklist.Judge(complete);
    }

    private int Items => _checklist.Options.Count;

    public int OptionsOf(int item) => _checklist.Options[item];

    public IEnumerable<CompleteResult> AllComplete => _judged.Values;

    public IEnumerable<int[]> AllSets() => Product([.. _checklist.Options.Select(options => Enumerable.Range(-1, options + 1).ToArray())]);

    public IEnumerable<int[]> Completions(int[] set) =>
        Product([.. set.Select((option, item) => option == Open ? Enumerable.Range(0, _checklist.Options[item]).ToArray() : [option])]);

    public List<int> Reachable(int[] set) => [.. Results(set).Select(result => result.Path).Distinct().Order()];

    public bool Settled(int[] set) => Reachable(set).Count == 1;

    public int? Rule(int[] set) => Results(set).Select(result => result.Rule).Distinct().ToList() is [var only] ? only : null;

    public List<int> Flags(int[] set) => [.. InAll(set, result => result.Flags)];

    public List<int> Cautions(int[] set) => [.. InAll(set, result => result.Cautions.Select(raised => raised.Caution))];

    /// <summary>Of the cautions raised in every completion, the first that names a companion; null where completions disagree on it.</summary>
    public int? Companion(int[] set)
    {
        foreach (var caution in Cautions(set))
        {
            var named = Results(set).Select(result => result.Cautions.Single(raised => raised.Caution == caution).Companion).Distinct().ToList();
            if (named is [null]) continue;
            return named is [var only] ? only : null;
        }

        return null;
    }

    /// <summary>The other reading: each completion's own first companion, null where they are not the same.</summary>
    public int? CompanionOfEachCompletion(int[] set)
    {
        var named = Results(set).Select(result => result.Cautions.FirstOrDefault(raised => raised.Companion is not null)?.Companion).Distinct().ToList();
        return named is [var only] ? only : null;
    }

    /// <summary>The first of the smallest parts of the set that are settled themselves.</summary>
    public int[]? Explain(int[] set)
    {
        if (!Settled(set)) return null;
        foreach (var kept in Subsets([.. Enumerable.Range(0, Items).Where(item => set[item] != Open)]))
        {
            var part = set.Select((option, item) => kept.Contains(item) ? option : Open).ToArray();
            if (Settled(part)) return part;
        }

        throw new InvalidOperationException("The whole set is settled.");
    }

    public List<int> Matters(int[] set) =>
        [.. Enumerable.Range(0, Items).Where(item => set[item] == Open && Completions(set).Any(one => Changes(one, item)))];

    public int? Next(int[] set)
    {
        var open = Enumerable.Range(0, Items).Where(item => set[item] == Open).Select(item => (int?)item);
        return Matters(set).Select(item => (int?)item).Concat(open).FirstOrDefault();
    }

    public List<WhatIf> WhatIf(int[] set)
    {
        var changes = new List<WhatIf>();
        if (Reachable(set) is not [var path]) return changes;
        for (var item = 0; item < Items; item++)
        {
            if (set[item] == Open) continue;
            for (var option = 0; option < _checklist.Options[item]; option++)
                if (Reachable(Changed(set, item, option)) is [var other] && other != path) changes.Add(new WhatIf(item, option, other));
        }

        return changes;
    }

    public (List<int> Paths, List<int> Deciders) Between(IReadOnlyList<int[]> candidates)
    {
        var split = Enumerable.Range(0, Items).Where(item => candidates[item].Length > 1).ToList();
        var open = Enumerable.Range(0, Items).Where(item => candidates[item].Length == 0);
        var paths = Left(candidates);
        if (paths.Count == 1) return (paths, []);
        var deciders = Subsets(split).FirstOrDefault(subset => Decides(subset, candidates))
            ?? Subsets([.. split.Concat(open).Order()]).First(subset => Decides(subset, candidates));
        return (paths, [.. deciders]);
    }

    /// <summary>The paths over every mix of candidates and every completion.</summary>
    public List<int> Left(IReadOnlyList<int[]> candidates) =>
        [.. Product([.. candidates.Select(options => options.Length == 0 ? [Open] : options)]).SelectMany(Reachable).Distinct().Order()];

    private bool Decides(IReadOnlyList<int> subset, IReadOnlyList<int[]> candidates)
    {
        var choices = subset.Select(item => candidates[item].Length > 0 ? candidates[item] : [.. Enumerable.Range(0, _checklist.Options[item])]);
        return Product([.. choices]).All(choice => Left(Settle(candidates, subset, choice)).Count == 1);
    }

    public static IReadOnlyList<int[]> Settle(IReadOnlyList<int[]> candidates, IReadOnlyList<int> items, IReadOnlyList<int> options) =>
        [.. candidates.Select((chosen, item) => items.Contains(item) ? [options[items.ToList().IndexOf(item)]] : chosen)];

    private bool Changes(int[] complete, int item) => Enumerable.Range(0, _checklist.Options[item])
        .Any(option => Result(Changed(complete, item, option)).Path != Result(complete).Path);

    private IEnumerable<CompleteResult> Results(int[] set) => Completions(set).Select(Result);

    private CompleteResult Result(int[] complete) => _judged[Key(complete)];

    private IEnumerable<int> InAll(int[] set, Func<CompleteResult, IEnumerable<int>> of) =>
        Results(set).Select(of).Aggregate((left, right) => left.Intersect(right)).Order();

    private static string Key(int[] set) => string.Join(',', set);

    private static int[] Changed(int[] set, int item, int option) => [.. set.Select((old, i) => i == item ? option : old)];

    /// <summary>By size, those of one size in lexicographic order.</summary>
    private static IEnumerable<IReadOnlyList<int>> Subsets(IReadOnlyList<int> items)
    {
        var all = new List<List<int>> { new() };
        foreach (var item in items) all.AddRange([.. all.Select(subset => subset.Append(item).ToList())]);
        return all.OrderBy(subset => subset.Count).ThenBy(subset => string.Join(',', subset.Select(item => $"{item:d3}")), StringComparer.Ordinal);
    }

    private static IEnumerable<int[]> Product(IReadOnlyList<int[]> choices) => choices.Aggregate(
        (IEnumerable<int[]>)[[]], (sofar, options) => sofar.SelectMany(begun => options.Select(option => (int[])[.. begun, option])));
}
