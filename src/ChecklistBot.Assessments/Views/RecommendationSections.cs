using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Replies;

namespace ChecklistBot.Assessments.Views;

/// <summary>The labelled parts of a recommendation, shared by the card and the decision record.</summary>
internal static class RecommendationSections
{
    /// <summary>In the order of reading; empty parts are left out.</summary>
    /// <param name="decision">As it was given.</param>
    /// <param name="names">Of its people.</param>
    /// <param name="mostWays">So many ways to a path that is left are named.</param>
    public static IEnumerable<SectionBlock> Of(DecisionSnapshot decision, Names names, int mostWays)
    {
        if (decision.Path is { } path)
        {
            yield return new SectionBlock("What it is", [path.What]);
            if (!decision.Because.IsEmpty)
                yield return new SectionBlock("Why", [Reason(decision)]);
            yield return new SectionBlock("Next steps", [path.Next]);
        }
        else
        {
            yield return new SectionBlock("Paths that are left", [.. decision.Branches.Select(branch => Branch(branch, mostWays))]);
            foreach (var branch in decision.Branches)
                yield return new SectionBlock($"If it comes to {Wording.InSentence(branch.Path.Label)}", [branch.Path.What, branch.Path.Next]);
        }

        if (!decision.Cautions.IsEmpty)
            yield return new SectionBlock("Keep in mind", [.. decision.Cautions.Select(caution => caution.Text)]);
        if (decision.Companion is { } companion)
            yield return new SectionBlock("Also consider", [$"{companion.Label}: {companion.What}", companion.Next]);
        if (!decision.WouldChange.IsEmpty)
            yield return new SectionBlock("What would change it", ChangeLines.Of(decision.WouldChange));
        if (!decision.Differences.IsEmpty)
            yield return new SectionBlock("Where you differed", DifferenceLines.Of(decision, names));
    }

    private static string Reason(DecisionSnapshot decision)
    {
        var answers = Wording.List([.. decision.Because.Select(answer => $"“{answer.Label}” (item {answer.Position})")]);
        return $"{answers} {(decision.Because.Length == 1 ? "leads" : "lead")} here{(decision.IsForcedByAll ? "" : ", whatever the other answers are")}.";
    }

    private static string Branch(SnapshotBranch branch, int mostWays) =>
        Wording.Hangs(branch.Path.Label, [.. branch.When.Select(way => way.Select(answer => (answer.Position, answer.Label)).ToList())], branch.Others, mostWays);
}
