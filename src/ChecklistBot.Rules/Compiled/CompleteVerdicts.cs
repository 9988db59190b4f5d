using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>Flags, cautions and companions of every complete answer set, once the rules have decided.</summary>
internal sealed class CompleteVerdicts
{
    private readonly BoundChecklist _bound;
    private readonly Decisions _decisions;
    private readonly VerdictPool _pool;

    private CompleteVerdicts(BoundChecklist bound, AnswerSpace space, Decisions decisions, VerdictPool pool)
    {
        (_bound, _decisions, _pool) = (bound, decisions, pool);
        NumberByCode = new int[space.Size];
        CautionRaised = new bool[bound.Cautions.Length];
        var situation = new Situation(space, bound.Flags.Length) { PathByCode = decisions.PathByCode };
        foreach (var code in space.Complete(situation.Options)) NumberByCode[code] = Judge(situation, code);
    }

    /// <summary>By answer set, complete ones only so far: the verdict's number in the pool.</summary>
    public int[] NumberByCode { get; }

    public bool[] CautionRaised { get; }

    public static CompleteVerdicts Of(BoundChecklist bound, AnswerSpace space, Decisions decisions, VerdictPool pool) =>
        new(bound, space, decisions, pool);

    private int Judge(Situation situation, int code)
    {
        situation.Code = code;
        situation.Path = _decisions.PathByCode[code];
        Decisions.RaiseFlags(_bound, situation);
        var cautions = ImmutableArray.CreateBuilder<int>();
        var companions = ImmutableArray.CreateBuilder<int>();
        for (var caution = 0; caution < CautionRaised.Length; caution++)
        {
            var holds = _bound.Cautions[caution].Holds(situation);
            if (holds == Truth.No) continue;
            CautionRaised[caution] = true;
            if (holds != Truth.Yes) continue;
            cautions.Add(caution);
            companions.Add(_bound.Companions[caution] is { } companion ? companion.In(situation) : Verdict.None);
        }

        return _pool.Number(new Verdict(
            [situation.Path],
            _decisions.RuleByCode[code],
            [.. Enumerable.Range(0, situation.Flags.Length).Where(flag => situation.Flags[flag] == Truth.Yes)],
            cautions.ToImmutable(),
            companions.ToImmutable()));
    }
}
