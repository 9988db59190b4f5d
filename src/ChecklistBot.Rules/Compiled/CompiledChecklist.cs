using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>A sound checklist with everything about its answer sets computed beforehand. Safe for use by many threads. Items, options
/// and paths are named by their index in the definition; an index that it does not have is a bug of the caller and throws.</summary>
public sealed class CompiledChecklist
{
    private readonly AnswerSpace _space;
    private readonly Outcome[] _outcomes;
    private readonly int[] _reasons;
    private readonly Dictionary<string, int> _items;
    private readonly Dictionary<string, int>[] _options;
    private readonly Dictionary<string, int> _paths;

    internal CompiledChecklist(ChecklistDefinition definition, AnswerSpace space, Outcome[] outcomes)
    {
        (Definition, _space, _outcomes) = (definition, space, outcomes);
        _reasons = ReasonTable.Compile(space, outcomes);
        _items = Binder.Index(definition.Items, item => item.Id);
        _options = [.. definition.Items.Select(item => Binder.Index(item.Options, option => option.Id))];
        _paths = Binder.Index(definition.Paths, path => path.Id);
    }

    /// <summary>What the file says.</summary>
    public ChecklistDefinition Definition { get; }

    /// <summary>The set in which every item is open.</summary>
    public AnswerSet Empty { get; }

    /// <summary>How many answer sets there are, partial ones and <see cref="Empty"/> included; their codes count from 0.</summary>
    public int AnswerSets => _outcomes.Length;

    /// <summary>The set with these answers; an item or option that the checklist does not have is left out.</summary>
    /// <param name="answers">Ids of items, each with the id of its option.</param>
    public AnswerSet Of(IEnumerable<KeyValuePair<string, string>> answers)
    {
        var set = Empty;
        foreach (var (itemId, optionId) in answers)
        {
            var item = ItemIndex(itemId);
            if (item >= 0 && OptionIndex(item, optionId) is var option and >= 0) set = With(set, item, option);
        }

        return set;
    }

    /// <summary>The set with this option for the item, whatever it had before.</summary>
    public AnswerSet With(AnswerSet set, int item, int option)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(option);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(option, Definition.Items[item].Options.Length);
        return new AnswerSet(Without(set, item).Code + ((option + 1) * _space.Weight(item)));
    }

    /// <summary>The set with the item open.</summary>
    public AnswerSet Without(AnswerSet set, int item) => new(set.Code - (_space.Digit(set.Code, item) * _space.Weight(item)));

    /// <summary>The option that the item has; null while open.</summary>
    public int? OptionOf(AnswerSet set, int item) => _space.Digit(set.Code, item) is var digit and > 0 ? digit - 1 : null;

    /// <summary>-1 when no item has this id.</summary>
    public int ItemIndex(string id) => _items.GetValueOrDefault(id, -1);

    /// <summary>-1 when no option of the item has this id.</summary>
    public int OptionIndex(int item, string id) => _options[item].GetValueOrDefault(id, -1);

    /// <summary>-1 when no path has this id.</summary>
    public int PathIndex(string id) => _paths.GetValueOrDefault(id, -1);

    /// <summary>What the set leads to: one table look-up, without allocation.</summary>
    public Outcome Evaluate(AnswerSet set) => _outcomes[set.Code];

    /// <summary>The paths that can still come out: one table look-up, without allocation.</summary>
    public ImmutableArray<int> Reachable(AnswerSet set) => _outcomes[set.Code].Reachable;

    /// <summary>The smallest part of the set that alone forces its path, whatever all other items say; of equal ones the first in the
    /// order of item positions. Null while several paths can come out.</summary>
    public AnswerSet? Explain(AnswerSet set) => _reasons[set.Code] is var reason and >= 0 ? new AnswerSet(reason) : null;

    /// <summary>The open items that can still change the path, in item order: two completions differ in that item only, and in the path.</summary>
    public ImmutableArray<int> Matters(AnswerSet set) => _outcomes[set.Code].Matters;

    /// <summary>The item to ask next: the first that matters; when none does the first open one, for the record; null when complete.</summary>
    public int? Next(AnswerSet set)
    {
        if (Matters(set) is [var first, ..]) return first;
        for (var item = 0; item < _space.Items; item++)
            if (_space.Digit(set.Code, item) == 0) return item;
        return null;
    }

    /// <summary>Each answered item and other option of it after which exactly one path can come out and it is another one; in the order
    /// of the file. Empty while several paths can come out.</summary>
    public ImmutableArray<WhatIf> WhatIf(AnswerSet set)
    {
        if (Evaluate(set).Path is not { } path) return [];
        var changes = ImmutableArray.CreateBuilder<WhatIf>();
        for (var item = 0; item < _space.Items; item++)
        {
            if (OptionOf(set, item) is null) continue;
            for (var option = 0; option < Definition.Items[item].Options.Length; option++)
                if (Evaluate(With(set, item, option)).Path is { } other && other != path) changes.Add(new WhatIf(item, option, other));
        }

        return changes.ToImmutable();
    }

    /// <summary>What different answers of a team leave possible, and which items decide between the paths.</summary>
    /// <param name="candidates">By item: the options that people chose, in any order; empty for an open item.</param>
    /// <exception cref="ArgumentException">The list does not have one entry an item, or names an option that the item lacks.</exception>
    public SplitResult Between(IReadOnlyList<ImmutableArray<int>> candidates) => SplitSearch.Run(this, candidates);
}
