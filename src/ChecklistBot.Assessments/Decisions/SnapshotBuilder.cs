using System.Collections.Immutable;
using ChecklistBot.Assessments.Agreement;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>Writes down a recommendation with every text it needs for ever.</summary>
internal static class SnapshotBuilder
{
    public static DecisionSnapshot Build(Assessment state, TeamPicture picture, Verdict verdict, DecisionContext context)
    {
        var checklist = picture.Checklist.Definition;
        var common = new DecisionSnapshot
        {
            Revision = state.Revision,
            At = context.Now,
            FinishedBy = context.Person,
            Title = state.Title,
            ChecklistTitle = checklist.Title,
            Checklist = Decider.Stamp(checklist),
            Items = SnapshotItems.Of(picture),
            Participants = state.Participants.Contains(context.Person) ? state.Participants : state.Participants.Add(context.Person),
        };
        return verdict switch
        {
            Agreed agreed => Decided(common, picture, agreed.Path),
            Majority majority => Decided(common, picture, majority.Path) with
            {
                OutvotedPaths = Outvoted(picture, [majority.Path]),
            },
            Undecided undecided => Provisional(common, picture, undecided.Split),
            _ => throw new InvalidOperationException($"No record is written for {verdict.GetType().Name}."),
        };
    }

    private static DecisionSnapshot Decided(DecisionSnapshot common, TeamPicture picture, int path)
    {
        var checklist = picture.Checklist;
        var standing = TeamOutcome.Of(picture);
        return common with
        {
            Path = Path(checklist.Definition, path),
            Because = [.. SmallestReason.Of(picture).Select(index => Answer(picture.Items[index]))],
            Flags = Flags(checklist.Definition, standing),
            Cautions = Cautions(checklist.Definition, standing),
            Companion = standing.Companion is { } companion ? Path(checklist.Definition, companion) : null,
            WouldChange =
            [
                .. SingleChanges.Of(picture, path).Select(change => new SnapshotChange(
                    Answer(picture.Items[change.Item], change.Option),
                    checklist.Definition.Paths[change.Path].Id,
                    checklist.Definition.Paths[change.Path].Label)),
            ],
            Differences = [.. picture.Items.SelectMany(item => Differences(picture, item, [path]))],
        };
    }

    private static DecisionSnapshot Provisional(DecisionSnapshot common, TeamPicture picture, SplitResult split)
    {
        var checklist = picture.Checklist.Definition;
        var standing = TeamOutcome.Of(picture);
        return common with
        {
            Flags = Flags(checklist, standing),
            Cautions = Cautions(checklist, standing),
            OutvotedPaths = Outvoted(picture, split.Paths),
            // What is tied and decides stands with its branches.
            Differences = [.. picture.Items.Where(item => !split.Deciders.Contains(item.Index)).SelectMany(item => Differences(picture, item, split.Paths))],
            Branches = [.. split.Paths.Select(path => Branch(picture, split, path))],
        };
    }

    private static SnapshotBranch Branch(TeamPicture picture, SplitResult split, int path)
    {
        var ways = Ways.To(path, split);
        return new SnapshotBranch(
            Path(picture.Checklist.Definition, path),
            [.. ways.Named.Select(way => way.Answers.Select(answer => Answer(picture.Items[split.Deciders[answer.Decider]], answer.Options)).ToImmutableArray())],
            ways.Others);
    }

    /// <summary>Where answers that were outvoted would have led beside the paths that stand.</summary>
    private static ImmutableArray<string> Outvoted(TeamPicture picture, ImmutableArray<int> standing) =>
        [.. picture.Spread.Except(standing).Select(path => picture.Checklist.Definition.Paths[path].Label)];

    /// <summary>Options that somebody chose and the team did not take; of a tied item all of them.</summary>
    private static IEnumerable<SnapshotDifference> Differences(TeamPicture picture, ItemPicture item, ImmutableArray<int> standing)
    {
        var checklist = picture.Checklist;
        foreach (var choice in item.Choices.Where(choice => choice.Option != item.Team))
        {
            var reachable = SingleChanges.Paths(picture, item, choice.Option);
            var label = reachable.SequenceEqual(standing) ? null : Wording.Paths(reachable.Select(other => checklist.Definition.Paths[other].Label));
            yield return new SnapshotDifference(Answer(item, choice.Option), choice.People, label, label is not null && reachable.Length > 1);
        }
    }

    private static SnapshotAnswer Answer(ItemPicture item) => Answer(item, item.Team is { } team ? [team] : item.Candidates);

    private static SnapshotAnswer Answer(ItemPicture item, params ImmutableArray<int> options) => new(
        item.Position,
        item.Definition.Id,
        item.Definition.Question,
        Wording.Either([.. options.Select(option => item.Definition.Options[option].Label)]));

    private static SnapshotPath Path(ChecklistDefinition checklist, int path) =>
        new(checklist.Paths[path].Id, checklist.Paths[path].Label, checklist.Paths[path].What, checklist.Paths[path].Next);

    private static ImmutableArray<SnapshotText> Flags(ChecklistDefinition checklist, TeamOutcome standing) =>
        [.. standing.Flags.Select(flag => new SnapshotText(checklist.Flags[flag].Id, checklist.Flags[flag].Label))];

    private static ImmutableArray<SnapshotText> Cautions(ChecklistDefinition checklist, TeamOutcome standing) =>
        [.. standing.Cautions.Select(caution => new SnapshotText(checklist.Cautions[caution].Id, checklist.Cautions[caution].Text))];
}
