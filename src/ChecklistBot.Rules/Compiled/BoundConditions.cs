using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>The tests that conditions are made of, one nested class for each kind.</summary>
internal static class BoundConditions
{
    public static BoundCondition Always { get; } = new Constant(Truth.Yes);

    /// <summary>Stands for what the file leaves unclear.</summary>
    public static BoundCondition Unclear { get; } = new Constant(Truth.Unknown);

    private sealed class Constant(Truth truth) : BoundCondition
    {
        public override Truth Holds(Situation situation) => truth;
    }

    /// <param name="item">Index of the item.</param>
    /// <param name="among">By option index.</param>
    public sealed class ItemAmong(int item, bool[] among) : BoundCondition
    {
        public override Truth Holds(Situation situation) => Is(among[situation.Options[item]]);
    }

    public sealed class FlagRaised(int flag) : BoundCondition
    {
        public override Truth Holds(Situation situation) => situation.Flags[flag];
    }

    /// <param name="among">By path index.</param>
    public sealed class PathAmong(bool[] among) : BoundCondition
    {
        public override Truth Holds(Situation situation) => situation.Path < 0 ? Truth.Unknown : Is(among[situation.Path]);
    }

    public sealed class PathDiffers(int item, int option) : BoundCondition
    {
        public override Truth Holds(Situation situation)
        {
            var other = situation.PathWith(item, option);
            return situation.Path < 0 || other < 0 ? Truth.Unknown : Is(other != situation.Path);
        }
    }

    public sealed class AllOf(ImmutableArray<BoundCondition> parts) : BoundCondition
    {
        public override Truth Holds(Situation situation)
        {
            var truth = Truth.Yes;
            foreach (var part in parts)
            {
                var one = part.Holds(situation);
                if (one == Truth.No) return Truth.No;
                if (one < truth) truth = one;
            }

            return truth;
        }
    }

    public sealed class AnyOf(ImmutableArray<BoundCondition> parts) : BoundCondition
    {
        public override Truth Holds(Situation situation)
        {
            var truth = Truth.No;
            foreach (var part in parts)
            {
                var one = part.Holds(situation);
                if (one == Truth.Yes) return Truth.Yes;
                if (one > truth) truth = one;
            }

            return truth;
        }
    }

    public sealed class Not(BoundCondition part) : BoundCondition
    {
        public override Truth Holds(Situation situation) => (Truth)(Truth.Yes - part.Holds(situation));
    }
}
