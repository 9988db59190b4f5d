using System.Numerics;

namespace ChecklistBot.Rules;

/// <summary>For every settled answer set the smallest part of it that is settled too, and so forces the path alone; of equal ones the
/// first in the lexicographic order of item positions.</summary>
internal static class ReasonTable
{
    /// <summary>By answer set: the reason's number, or -1 while several paths can come out.</summary>
    public static int[] Compile(AnswerSpace space, Outcome[] outcomes)
    {
        var reasons = new int[space.Size];
        for (var code = 0; code < reasons.Length; code++) reasons[code] = outcomes[code].Settled ? Reason(space, reasons, code) : -1;
        return reasons;
    }

    /// <summary>A settled part that leaves an answer out lies in the set without that answer, which is then settled as well; so the best
    /// of those sets' reasons is the best of all, and the set itself only where there is none.</summary>
    private static int Reason(AnswerSpace space, int[] reasons, int code)
    {
        var (best, bestRank) = (code, 0L);
        for (var item = 0; item < space.Items; item++)
        {
            var digit = space.Digit(code, item);
            if (digit == 0) continue;
            var candidate = reasons[code - (digit * space.Weight(item))];
            if (candidate < 0) continue;
            var rank = Rank(space, candidate);
            if (best != code && rank >= bestRank) continue;
            (best, bestRank) = (candidate, rank);
        }

        return best;
    }

    /// <summary>Less is better: fewer items first, then earlier ones.</summary>
    private static long Rank(AnswerSpace space, int code)
    {
        var mask = 0u;
        for (var item = 0; item < space.Items; item++)
            if (space.Digit(code, item) != 0) mask |= 0x8000_0000u >> item;
        return ((long)BitOperations.PopCount(mask) << 32) - mask;
    }
}
