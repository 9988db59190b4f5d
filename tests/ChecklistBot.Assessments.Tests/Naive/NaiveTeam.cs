using System.Collections.Immutable;
using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Tests.Naive;

/// <summary>A second, deliberately naive opinion on what a team's answers mean: it tries every mix and every completion, and asks the
/// engine about complete answer sets only.</summary>
internal sealed class NaiveTeam
{
    private readonly CompiledChecklist checklist;
    private readonly List<int>[] choices;
    private readonly int?[] team;

    public NaiveTeam(Assessment state, CompiledChecklist checklist)
    {
        this.checklist = checklist;
        var items = checklist.Definition.Items;
        choices = new List<int>[items.Length];
        team = new int?[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            var votes = state.Item(items[i].Id).Answers
                .Select(answer => checklist.OptionIndex(i, answer.Option))
                .Where(option => option >= 0)
                .GroupBy(option => option)
                .ToDictionary(group => group.Key, group => group.Count());
            choices[i] = [.. votes.Keys.Order()];
            var most = votes.Values.DefaultIfEmpty().Max();
            var leaders = votes.Where(vote => vote.Value == most).Select(vote => vote.Key).ToList();
            team[i] = leaders.Count == 1 ? leaders[0] : null;
            if (votes.Count > 1 && state.Item(items[i].Id).Settlement is { } settlement
                && (!settlement.WasChosen || votes.ContainsKey(checklist.OptionIndex(i, settlement.Option))))
            {
                team[i] = checklist.OptionIndex(i, settlement.Option);
                choices[i] = [team[i]!.Value];
            }
        }
    }

    public bool NobodyChose => choices.All(options => options.Count == 0);

    /// <summary>The paths of every mix of what people chose.</summary>
    public ImmutableArray<int> Spread => Paths(item => choices[item]);

    /// <summary>The paths once outvoted options have given way.</summary>
    public ImmutableArray<int> Standing => Paths(item => team[item] is { } option ? [option] : choices[item]);

    /// <summary>"agreed", "majority" or "undecided", with the paths that are left.</summary>
    public (string Word, ImmutableArray<int> Paths) Verdict => (Spread, Standing) switch
    {
        ([_], _) => ("agreed", Spread),
        (_, [_]) => ("majority", Standing),
        _ => ("undecided", Standing),
    };

    /// <summary>The flags raised however tied items fall and open ones are answered.</summary>
    public IReadOnlyList<string> Flags => Always(set => checklist.Evaluate(set).Flags.Select(flag => checklist.Definition.Flags[flag].Id));

    /// <summary>The cautions raised however tied items fall and open ones are answered.</summary>
    public IReadOnlyList<string> Cautions => Always(set => checklist.Evaluate(set).Cautions.Select(caution => checklist.Definition.Cautions[caution].Id));

    /// <summary>Whether settling these items, however it is done, leaves one path each time.</summary>
    public bool Decide(IReadOnlyCollection<int> deciders) => Combinations(deciders).All(choice =>
        Paths(item => choice.TryGetValue(item, out var option) ? [option] : team[item] is { } known ? [known] : choices[item]) is [_]);

    /// <summary>Whether these items alone, at the team's answers, force the path whatever all others say.</summary>
    public bool Forces(IReadOnlyCollection<int> items, int path) =>
        Paths(item => !items.Contains(item) ? [] : team[item] is { } option ? [option] : choices[item]) is [var only] && only == path;

    /// <summary>Every other answer to one item with which another path is certain, whatever tied items come to.</summary>
    public IEnumerable<(int Item, int Option, int Path)> Changes(int path) =>
        from item in Answered
        from option in Enumerable.Range(0, checklist.Definition.Items[item].Options.Length)
        where option != team[item]
        let paths = StandingWith(item, option)
        where paths is [var only] && only != path
        select (item, option, paths[0]);

    /// <summary>The paths that are left with this answer of the team to one item, whatever tied items come to.</summary>
    public ImmutableArray<int> StandingWith(int item, int option) =>
        Paths(other => other == item ? [option] : team[other] is { } known ? [known] : choices[other]);

    /// <summary>Items with a choice of somebody.</summary>
    public IReadOnlyList<int> Answered => [.. Enumerable.Range(0, choices.Length).Where(item => choices[item].Count > 0)];

    /// <summary>Open items that make a difference: two completions of a mix differ in this item only, and in the path.</summary>
    public IReadOnlyList<int> Matters => [.. Enumerable.Range(0, choices.Length).Where(item => choices[item].Count == 0 && MakesADifference(item))];

    private IReadOnlyList<string> Always(Func<AnswerSet, IEnumerable<string>> raised) =>
        [.. Complete(item => team[item] is { } option ? [option] : choices[item]).Select(raised).Aggregate((one, other) => one.Intersect(other).ToList())];

    private bool MakesADifference(int item)
    {
        var options = Enumerable.Range(0, checklist.Definition.Items[item].Options.Length).ToList();
        return Complete(other => other == item ? [0] : choices[other])
            .Any(set => options.Select(option => checklist.Evaluate(checklist.With(set, item, option)).Path).Distinct().Count() > 1);
    }

    private IEnumerable<Dictionary<int, int>> Combinations(IReadOnlyCollection<int> items)
    {
        IEnumerable<Dictionary<int, int>> all = [[]];
        foreach (var item in items)
        {
            var options = choices[item].Count > 0 ? choices[item] : [.. Enumerable.Range(0, checklist.Definition.Items[item].Options.Length)];
            all = all.SelectMany(begun => options.Select(option => new Dictionary<int, int>(begun) { [item] = option }));
        }

        return all;
    }

    private ImmutableArray<int> Paths(Func<int, List<int>> candidates) =>
        [.. Complete(candidates).Select(set => checklist.Evaluate(set).Path!.Value).Distinct().Order()];

    /// <summary>Every complete answer set of the candidates; an item without any takes all its options.</summary>
    private IEnumerable<AnswerSet> Complete(Func<int, List<int>> candidates)
    {
        IEnumerable<AnswerSet> sets = [checklist.Empty];
        for (var item = 0; item < choices.Length; item++)
        {
            var index = item;
            var given = candidates(item);
            var options = given.Count > 0 ? given : [.. Enumerable.Range(0, checklist.Definition.Items[item].Options.Length)];
            sets = sets.SelectMany(set => options.Select(option => checklist.With(set, index, option)));
        }

        return sets;
    }
}
