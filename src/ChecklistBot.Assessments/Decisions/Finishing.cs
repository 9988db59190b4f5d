using System.Collections.Immutable;
using ChecklistBot.Assessments.Agreement;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>Asks for the recommendation.</summary>
internal static class Finishing
{
    public static Decision Finish(Assessment state, Finish command, DecisionContext context)
    {
        if (state.Phase == Phase.Finished)
            return Decision.Only(Reply.Refusal($"#{state.Number} is finished already. Type status #{state.Number} for its card, which leads to the recommendation.", Buttons.Reopen(state)));
        if (Guards.NotOpen(state) is { } refusal)
            return Decision.Only(refusal);
        var picture = TeamPicture.Of(state, context.Checklist);
        if (picture.AnsweredCount == 0)
            return Decision.Only(Reply.Refusal("Nobody has chosen an answer yet. Answer at least one item, then finish."));
        var verdict = Verdicts.Of(picture);
        if (verdict is Undecided undecided && !command.WithoutAgreement)
            return Undecided(state, picture, undecided, context);
        return Decision.Of(new Finished(SnapshotBuilder.Build(state, picture, verdict, context)));
    }

    /// <summary>The card names what decides; who typed, or tapped while the card said so already, is told the same in words.</summary>
    private static Decision Undecided(Assessment state, TeamPicture picture, Undecided verdict, DecisionContext context)
    {
        ImmutableArray<AssessmentEvent> events = state.FinishAsked ? [] : [new DisagreementFound()];
        if (context.Tapped && !state.FinishAsked)
            return new Decision(events);
        var lines = DecidingItems.Sentences(picture, verdict.Split, names: null);
        return new Decision(events, Reply.Of(ReplyNature.Asked, lines, DecidingItems.Buttons(state, picture, verdict.Split)));
    }
}
