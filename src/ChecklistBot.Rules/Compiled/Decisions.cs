namespace ChecklistBot.Rules;

/// <summary>What the rules make of every complete answer set, and which rules, paths and flags ever come up.</summary>
internal sealed class Decisions
{
    private readonly BoundChecklist _bound;
    private readonly Situation _situation;

    private Decisions(BoundChecklist bound, AnswerSpace space, int paths)
    {
        _bound = bound;
        PathByCode = new int[space.Size];
        RuleByCode = new int[space.Size];
        RuleReached = new bool[bound.Rules.Length];
        PathReached = new bool[paths];
        FlagRaised = new bool[bound.Flags.Length];
        _situation = new Situation(space, bound.Flags.Length);
        foreach (var code in space.Complete(_situation.Options)) Decide(code);
    }

    /// <summary>By complete answer set: index of the path; negative when no rule covers the set or an unclear one may.</summary>
    public int[] PathByCode { get; }

    /// <summary>By complete answer set: index of the rule; negative as above.</summary>
    public int[] RuleByCode { get; }

    public bool[] RuleReached { get; }

    public bool[] PathReached { get; }

    public bool[] FlagRaised { get; }

    /// <summary>False when an unclear condition leaves open whether a flag is raised.</summary>
    public bool FlagsAreClear { get; private set; } = true;

    /// <summary>How many complete answer sets no rule covers.</summary>
    public int Uncovered { get; private set; }

    /// <summary>The options of the first such set, by item; null when there is none.</summary>
    public int[]? FirstUncovered { get; private set; }

    /// <param name="bound">The logic.</param>
    /// <param name="space">Of its items.</param>
    /// <param name="paths">How many paths there are.</param>
    public static Decisions Of(BoundChecklist bound, AnswerSpace space, int paths) => new(bound, space, paths);

    /// <summary>Computes the flags of a situation whose options are set.</summary>
    public static void RaiseFlags(BoundChecklist bound, Situation situation)
    {
        Array.Fill(situation.Flags, Truth.Unknown);
        for (var flag = 0; flag < situation.Flags.Length; flag++) situation.Flags[flag] = bound.Flags[flag].Holds(situation);
    }

    private void Decide(int code)
    {
        _situation.Code = code;
        _situation.Path = -1;
        RaiseFlags(_bound, _situation);
        for (var flag = 0; flag < FlagRaised.Length; flag++)
        {
            FlagRaised[flag] |= _situation.Flags[flag] != Truth.No;
            FlagsAreClear &= _situation.Flags[flag] != Truth.Unknown;
        }

        (PathByCode[code], RuleByCode[code]) = (-1, -1);
        var unclear = false;
        for (var rule = 0; rule < _bound.Rules.Length; rule++)
        {
            var holds = _bound.Rules[rule].Holds(_situation);
            if (holds == Truth.No) continue;
            Reach(rule);
            if (holds == Truth.Yes)
            {
                if (!unclear) (PathByCode[code], RuleByCode[code]) = (_bound.RulePaths[rule], rule);
                return;
            }

            unclear = true;
        }

        if (unclear) return;
        FirstUncovered ??= [.. _situation.Options];
        Uncovered++;
    }

    private void Reach(int rule)
    {
        RuleReached[rule] = true;
        var path = _bound.RulePaths[rule];
        if (path >= 0) PathReached[path] = true;
        else Array.Fill(PathReached, true); // an unknown path may be meant to be any of them
    }
}
