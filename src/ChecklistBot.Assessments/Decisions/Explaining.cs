using ChecklistBot.Assessments.Agreement;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>Why, and what if: about the decision while it stands, about the answers so far while the assessment is open.</summary>
internal static class Explaining
{
    public static Decision Why(Assessment state, DecisionContext context)
    {
        var (view, unsettled) = Look(state, context);
        if (view is null)
            return Decision.Only(unsettled!);
        var reasons = view.Because.Select(answer => $"Item {answer.Position}, {answer.Question} “{answer.Label}”.");
        var path = Wording.InSentence(view.Path!.Label);
        return view.Because.IsEmpty
            ? Decision.Only(Reply.Of(ReplyNature.Content, $"#{state.Number} leads to {path}, whatever anybody answers."))
            : Decision.Only(Reply.Of(
                ReplyNature.Content,
                [$"#{state.Number} leads to {path}. These answers {(view.IsForcedByAll ? "lead there" : "alone lead there, whatever the other answers are")}:", .. reasons]));
    }

    public static Decision WhatIf(Assessment state, DecisionContext context)
    {
        var (view, unsettled) = Look(state, context);
        if (view is null)
            return Decision.Only(unsettled!);
        var path = Wording.InSentence(view.Path!.Label);
        int[] undecided = [.. view.Items.Where(item => item.Team is null).Select(item => item.Position)];
        return view.WouldChange.IsEmpty
            ? Decision.Only(Reply.Of(
                ReplyNature.Content,
                undecided.Length == 0
                    ? $"No single change of answer leads #{state.Number} away from {path}."
                    : $"#{state.Number} leads to {path}. Without the team's answer to {Wording.Items(undecided)} no single change leads to another path for certain."))
            : Decision.Only(Reply.Of(
                ReplyNature.Content,
                [$"#{state.Number} leads to {path}. Each of these changes alone would lead elsewhere:", .. ChangeLines.Of(view.WouldChange)]));
    }

    /// <summary>What decides, as <c>finish</c> would say it.</summary>
    private static string WayOn(Assessment state, TeamPicture picture, SplitResult split)
    {
        if (state.Phase != Phase.Open)
            return "Reopen it to go on.";
        var deciders = split.Deciders.Select(index => picture.Items[index]).ToLookup(item => item.State == ItemLineState.Open, item => item.Position);
        var open = deciders[true].Any() ? $"What still counts: {Wording.Items([.. deciders[true]])}." : "";
        var differing = deciders[false].Any() ? $"Settle {Wording.Items([.. deciders[false]])}, or finish without agreement." : "";
        return $"{open} {differing}".Trim();
    }

    private static (DecisionSnapshot? View, Reply? Unsettled) Look(Assessment state, DecisionContext context)
    {
        if (state.Phase != Phase.Open && state.Decision is { Provisional: false } decided)
            return (decided, null);
        // The answers that were cancelled lead nowhere, whatever they say.
        if (state is { Phase: Phase.Cancelled, Decision: { } stands })
            return (null, Reply.Of(ReplyNature.Content, $"Revision {stands.Revision} of #{state.Number} stands: finished without agreement. Reopen it to go on."));
        if (state.Phase == Phase.Cancelled)
            return (null, Reply.Of(ReplyNature.Content, $"#{state.Number} was cancelled, so its answers lead nowhere. Reopen it to go on."));
        var picture = TeamPicture.Of(state, context.Checklist);
        var verdict = Verdicts.Of(picture);
        if (picture.AnsweredCount == 0)
            return (null, Reply.Of(ReplyNature.Content, $"#{state.Number} has no answers yet, so there is nothing to explain."));
        if (verdict is not Undecided { Split: var split })
            return (SnapshotBuilder.Build(state, picture, verdict, context), null);
        var paths = Wording.Paths(split.Paths.Select(path => context.Checklist.Definition.Paths[path].Label));
        return (null, Reply.Of(ReplyNature.Content, $"#{state.Number} is not settled: it can still lead to {paths}. {WayOn(state, picture, split)}"));
    }
}
