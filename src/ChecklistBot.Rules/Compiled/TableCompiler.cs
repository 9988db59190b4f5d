using System.Collections.Immutable;
using System.Numerics;

namespace ChecklistBot.Rules;

/// <summary>Computes the outcome of every answer set from those with one more answer, from the complete ones down to the empty one.</summary>
internal sealed class TableCompiler
{
    private readonly AnswerSpace _space;
    private readonly VerdictPool _pool;
    private readonly int[] _verdicts;
    private readonly int[] _paths;
    private readonly int[] _matters;

    private TableCompiler(AnswerSpace space, CompleteVerdicts complete, Decisions decisions, VerdictPool pool)
    {
        (_space, _pool, _verdicts, _paths) = (space, pool, complete.NumberByCode, decisions.PathByCode);
        _matters = new int[space.Size];
    }

    /// <summary>By answer set; equal outcomes are one object.</summary>
    public static Outcome[] Compile(AnswerSpace space, CompleteVerdicts complete, Decisions decisions, VerdictPool pool)
    {
        var compiler = new TableCompiler(space, complete, decisions, pool);
        // A set with one more answer has a greater number, so downwards everything needed is there already.
        for (var code = space.Size - 1; code >= 0; code--) compiler.Fill(code);
        return compiler.Outcomes();
    }

    private void Fill(int code)
    {
        var first = FirstOpen(code, 0);
        if (first < 0) return;
        var second = FirstOpen(code, first + 1);
        var (verdict, matters) = (-1, 0);
        for (var child = 1; child < _space.Radix(first); child++)
        {
            var filled = code + (child * _space.Weight(first));
            verdict = verdict < 0 ? _verdicts[filled] : _pool.Merge(verdict, _verdicts[filled]);
            matters |= _matters[filled];
        }

        _verdicts[code] = verdict;
        _matters[code] = matters | (Matters(code, first, second) ? 1 << first : 0);
    }

    /// <summary>Whether two completions that differ in the first open item only have different paths: with no other open item by
    /// comparing them, else so in one of the sets that answer another item.</summary>
    private bool Matters(int code, int first, int second)
    {
        if (second < 0)
        {
            var path = _paths[code + _space.Weight(first)];
            for (var child = 2; child < _space.Radix(first); child++)
                if (_paths[code + (child * _space.Weight(first))] != path) return true;
            return false;
        }

        for (var child = 1; child < _space.Radix(second); child++)
            if ((_matters[code + (child * _space.Weight(second))] & (1 << first)) != 0) return true;
        return false;
    }

    private int FirstOpen(int code, int from)
    {
        for (var item = from; item < _space.Items; item++)
            if (_space.Digit(code, item) == 0) return item;
        return -1;
    }

    private Outcome[] Outcomes()
    {
        var outcomes = new Outcome[_space.Size];
        var known = new Dictionary<(int Verdict, int Matters), Outcome>();
        for (var code = 0; code < outcomes.Length; code++)
        {
            var key = (_verdicts[code], _matters[code]);
            if (!known.TryGetValue(key, out var outcome))
            {
                outcome = new Outcome(_pool[key.Item1], Items(key.Item2));
                known.Add(key, outcome);
            }

            outcomes[code] = outcome;
        }

        return outcomes;
    }

    private static ImmutableArray<int> Items(int mask)
    {
        var items = ImmutableArray.CreateBuilder<int>(BitOperations.PopCount((uint)mask));
        for (; mask != 0; mask &= mask - 1) items.Add(BitOperations.TrailingZeroCount(mask));
        return items.ToImmutable();
    }
}
