using System.Collections.Immutable;
using System.Numerics;

namespace ChecklistBot.Rules;

/// <summary>For some items with candidates: the one path, if it is one, of every choice of candidates for any of these items over all
/// candidates of the others. Numbered as answer sets are, with "any candidate" in the place of "open".</summary>
internal sealed class MixTable
{
    private const int Several = -1;

    private readonly ImmutableArray<int> _items;
    private readonly ImmutableArray<ImmutableArray<int>> _candidates;
    private readonly AnswerSpace? _space;
    private readonly int[] _paths;

    /// <param name="checklist">Whose table answers.</param>
    /// <param name="given">The answers nobody disputes.</param>
    /// <param name="items">The items to choose for, ascending.</param>
    /// <param name="candidates">By item of the checklist.</param>
    /// <param name="reached">Gets every path that some mix leads to.</param>
    public MixTable(
        CompiledChecklist checklist,
        AnswerSet given,
        ImmutableArray<int> items,
        ImmutableArray<ImmutableArray<int>> candidates,
        SortedSet<int> reached)
    {
        (_items, _candidates) = (items, candidates);
        _space = items.IsEmpty ? null : new AnswerSpace([.. items.Select(item => candidates[item].Length)]);
        _paths = new int[_space?.Size ?? 1];
        if (_space is null)
        {
            _paths[0] = Look(checklist, given, reached);
            return;
        }

        var options = new int[items.Length];
        foreach (var code in _space.Complete(options))
        {
            var set = given;
            for (var i = 0; i < options.Length; i++) set = checklist.With(set, items[i], candidates[items[i]][options[i]]);
            _paths[code] = Look(checklist, set, reached);
        }

        for (var code = _space.Size - 1; code >= 0; code--) Merge(_space, code);
    }

    /// <summary>The smallest set of the items such that each choice for them leaves one path; of equal ones the first in the order of
    /// positions. Null when even all of them together do not.</summary>
    public ImmutableArray<int>? FewestDeciders()
    {
        if (_space is null) return _paths[0] == Several ? null : [];
        var undecided = new bool[1 << _items.Length];
        for (var code = 0; code < _space.Size; code++)
            if (_paths[code] == Several) undecided[Mask(_space, code)] = true;
        var best = Enumerable.Range(0, undecided.Length)
            .Where(mask => !undecided[mask])
            .OrderBy(mask => BitOperations.PopCount((uint)mask))
            .ThenByDescending(mask => mask)
            .Select(mask => (int?)mask)
            .FirstOrDefault();
        return best is { } found ? [.. _items.Where((_, i) => (found & Bit(i)) != 0)] : null;
    }

    /// <summary>Each choice of candidates for the deciders, in the order of the file, and the path it leaves.</summary>
    public ImmutableArray<SplitChoice> Choices(ImmutableArray<int> deciders)
    {
        if (_space is null || deciders.IsEmpty) return [];
        var choices = ImmutableArray.CreateBuilder<SplitChoice>();
        var options = new int[deciders.Length];
        var positions = deciders.Select(item => _items.IndexOf(item)).ToArray();
        foreach (var _ in new AnswerSpace([.. deciders.Select(item => _candidates[item].Length)]).Complete(options))
        {
            var code = positions.Select((position, i) => (options[i] + 1) * _space.Weight(position)).Sum();
            choices.Add(new SplitChoice([.. deciders.Select((item, i) => _candidates[item][options[i]])], [_paths[code]]));
        }

        return choices.ToImmutable();
    }

    private static int Look(CompiledChecklist checklist, AnswerSet set, SortedSet<int> reached)
    {
        var outcome = checklist.Evaluate(set);
        reached.UnionWith(outcome.Reachable);
        return outcome.Path ?? Several;
    }

    private void Merge(AnswerSpace space, int code)
    {
        for (var item = 0; item < space.Items; item++)
        {
            if (space.Digit(code, item) != 0) continue;
            var path = _paths[code + space.Weight(item)];
            for (var child = 2; child < space.Radix(item); child++)
                if (_paths[code + (child * space.Weight(item))] != path) path = Several;
            _paths[code] = path;
            return;
        }
    }

    private int Mask(AnswerSpace space, int code)
    {
        var mask = 0;
        for (var i = 0; i < _items.Length; i++)
            if (space.Digit(code, i) != 0) mask |= Bit(i);
        return mask;
    }

    /// <summary>The first item has the highest bit, so that of equally many items the earlier ones make the greater number.</summary>
    private int Bit(int i) => 1 << (_items.Length - 1 - i);
}
