using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>Keeps each verdict once and remembers what two of them have in common, since a table holds few different ones.</summary>
internal sealed class VerdictPool
{
    private readonly List<Verdict> _verdicts = [];
    private readonly Dictionary<Verdict, int> _numbers = [];
    private readonly Dictionary<(int, int), int> _merged = [];

    public Verdict this[int number] => _verdicts[number];

    public int Number(Verdict verdict)
    {
        if (_numbers.TryGetValue(verdict, out var number)) return number;
        number = _verdicts.Count;
        _verdicts.Add(verdict);
        _numbers.Add(verdict, number);
        return number;
    }

    /// <summary>The verdict over the completions of both.</summary>
    public int Merge(int left, int right)
    {
        if (left == right) return left;
        var pair = left < right ? (left, right) : (right, left);
        if (!_merged.TryGetValue(pair, out var number))
        {
            number = Number(Merge(_verdicts[left], _verdicts[right]));
            _merged.Add(pair, number);
        }

        return number;
    }

    private static Verdict Merge(Verdict left, Verdict right)
    {
        var cautions = ImmutableArray.CreateBuilder<int>();
        var companions = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < left.Cautions.Length; i++)
        {
            var other = right.Cautions.IndexOf(left.Cautions[i]);
            if (other < 0) continue;
            cautions.Add(left.Cautions[i]);
            companions.Add(left.Companions[i] == right.Companions[other] ? left.Companions[i] : Verdict.Disagree);
        }

        return new Verdict(
            [.. left.Reachable.Union(right.Reachable).Order()],
            left.Rule == right.Rule ? left.Rule : Verdict.None,
            [.. left.Flags.Intersect(right.Flags).Order()],
            cautions.ToImmutable(),
            companions.ToImmutable());
    }
}
