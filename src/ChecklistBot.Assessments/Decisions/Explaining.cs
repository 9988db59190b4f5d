using ChecklistBot.Assessments.Agreement;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>Why, and what if: about the decision while it stands, about the answers so far while the assessment is open.</summary>
internal static class Explaining
{
    public static Decision Why(Assessment state, DecisionContext context)
    {
        var (view, unsettled) = Look(state, context);
        if (view is null)
            return Decision.Only(unsettled!);
        var reasons = view.Because.Select(answer => $"Item {answer.Position}, {answer.Question} {answer.Label}.");
        var path = Wording.InSentence(view.Path!.Label);
        return view.Because.IsEmpty
            ? Decision.Only(Reply.Of(ReplyNature.Content, $"#{state.Number} leads to {path}, whatever anybody answers."))
            : Decision.Only(Reply.Of(
                ReplyNature.Content,
                [$"#{state.Number} leads to {path}. These answers alone lead there, whatever the other answers are:", .. reasons]));
    }

    public static Decision WhatIf(Assessment state, DecisionContext context)
    {
        var (view, unsettled) = Look(state, context);
        if (view is null)
            return Decision.Only(unsettled!);
        var path = Wording.InSentence(view.Path!.Label);
        return view.WouldChange.IsEmpty
            ? Decision.Only(Reply.Of(ReplyNature.Content, $"No single change of answer leads #{state.Number} away from {path}."))
            : Decision.Only(Reply.Of(
                ReplyNature.Content,
                [$"#{state.Number} leads to {path}. Each of these changes alone would lead elsewhere:", .. ChangeLines.Of(view.WouldChange)]));
    }

    private static string WayOn(Assessment state, TeamPicture picture)
    {
        if (state.Phase != Phase.Open)
            return "Reopen it to go on.";
        var open = picture.Matters.Select(index => index + 1).ToArray();
        return open.Length > 0 ? $"What still counts: {Wording.Items(open)}." : "Settle what you differ on, or finish without agreement.";
    }

    private static (DecisionSnapshot? View, Reply? Unsettled) Look(Assessment state, DecisionContext context)
    {
        if (state.Phase != Phase.Open && state.Decision is { Provisional: false } decided)
            return (decided, null);
        // The answers that were cancelled lead nowhere, whatever they say.
        if (state is { Phase: Phase.Cancelled, Decision: { } stands })
            return (null, Reply.Of(ReplyNature.Content, $"Revision {stands.Revision} of #{state.Number} stands: finished without agreement. Reopen it to go on."));
        var picture = TeamPicture.Of(state, context.Checklist);
        var verdict = Verdicts.Of(picture);
        if (picture.AnsweredCount > 0 && verdict is not Undecided)
            return (SnapshotBuilder.Build(state, picture, verdict, context), null);
        if (picture.AnsweredCount == 0)
            return (null, Reply.Of(ReplyNature.Content, $"#{state.Number} has no answers yet, so there is nothing to explain."));
        var paths = Wording.Paths(picture.Spread.Select(path => context.Checklist.Definition.Paths[path].Label));
        return (null, Reply.Of(ReplyNature.Content, $"#{state.Number} is not settled: it can still lead to {paths}. {WayOn(state, picture)}"));
    }
}
