using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Replies;

namespace ChecklistBot.Assessments.Views;

/// <summary>The labelled parts of a recommendation, shared by the card and the decision record.</summary>
internal static class RecommendationSections
{
    /// <summary>In the order of reading; empty parts are left out.</summary>
    public static IEnumerable<SectionBlock> Of(DecisionSnapshot decision, Names names)
    {
        if (decision.Path is { } path)
        {
            yield return new SectionBlock("What it is", [path.What]);
            if (!decision.Because.IsEmpty)
                yield return new SectionBlock("Why", [.. decision.Because.Select(Answer)]);
            yield return new SectionBlock("Next steps", [path.Next]);
        }
        else
        {
            yield return new SectionBlock("What is left", [.. decision.Branches.Select(Branch)]);
            foreach (var branch in decision.Branches)
                yield return new SectionBlock($"If {Wording.InSentence(branch.Path.Label)}", [branch.Path.What, branch.Path.Next]);
        }

        if (!decision.Cautions.IsEmpty)
            yield return new SectionBlock("Mind", [.. decision.Cautions.Select(caution => caution.Text)]);
        if (decision.Companion is { } companion)
            yield return new SectionBlock("Also", [$"{companion.Label}: {companion.What}", companion.Next]);
        if (!decision.WouldChange.IsEmpty)
            yield return new SectionBlock("Would change it", ChangeLines.Of(decision.WouldChange));
        if (!decision.Differences.IsEmpty)
            yield return new SectionBlock("Where you differed", Differences(decision, names));
    }

    private static string Answer(SnapshotAnswer answer) => $"Item {answer.Position}, {answer.Question} {answer.Label}.";

    private static string Branch(SnapshotBranch branch)
    {
        const int most = 3;
        var ways = branch.When.Take(most).Select(way =>
            Wording.List([.. way.Select(answer => $"item {answer.Position} is “{answer.Label}”")])).ToList();
        if (branch.When.Length > most)
            ways.Add($"{branch.When.Length - most} other combinations");
        return $"{branch.Path.Label}, if {string.Join("; or if ", ways)}.";
    }

    private static ImmutableArray<string> Differences(DecisionSnapshot decision, Names names)
    {
        var lines = decision.Differences.Select(difference =>
        {
            var who = $"Item {difference.Answer.Position}: {difference.Answer.Label} ({NameLists.Of(difference.People, names)})";
            return difference.PathLabel is { } label ? $"{who} would lead to {Wording.InSentence(label)}." : $"{who} does not change the result.";
        }).ToList();
        var changes = decision.Differences.Any(difference => difference.PathLabel is not null);
        if (!changes && decision.OutvotedPaths.IsEmpty)
        {
            var items = decision.Differences.Select(difference => difference.Answer.Position).Distinct().Count();
            lines.Insert(0, $"You differ on {(items == 1 ? "1 item" : $"{items} items")}; it does not change the result.");
        }
        else if (!changes)
        {
            lines.Add($"Several of these together could lead to {Wording.List([.. decision.OutvotedPaths.Select(Wording.InSentence)], "or")}.");
        }

        return [.. lines];
    }
}
