using System.Collections.Immutable;

namespace ChecklistBot.Assessments.State;

/// <summary>The team's answer of a split item.</summary>
/// <param name="Option">Option id.</param>
/// <param name="Person">Who settled it.</param>
/// <param name="WasChosen">Whether somebody had chosen the option: then it holds as long as somebody does. A compromise that nobody chose holds until the
/// team agrees.</param>
public sealed record Settlement(string Option, int Person, bool WasChosen = false)
{
    /// <summary>Whether there is a disagreement that it still decides.</summary>
    internal bool HoldsOver(ImmutableArray<PersonAnswer> answers)
    {
        var differ = false;
        var isChosen = false;
        string? first = null;
        foreach (var answer in answers)
        {
            if (answer.Option == Answers.NotSure)
                continue;
            first ??= answer.Option;
            differ |= answer.Option != first;
            isChosen |= answer.Option == Option;
        }

        return differ && (isChosen || !WasChosen);
    }
}
