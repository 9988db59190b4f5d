using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>Says what a command does to an assessment. Pure: the same state, command and context give the same events.</summary>
public static class Decider
{
    /// <summary>The first event of a new assessment.</summary>
    public static Decision Start(int number, Title? title, Pace pace, DecisionContext context)
    {
        var checklist = context.Checklist.Definition;
        var first = context.Checklist.Next(context.Checklist.Empty) ?? 0;
        return Decision.Of(
            new Started(number, title?.Text ?? Title.None, Stamp(checklist), pace, checklist.Items[first].Id),
            title is { WasCut: true } ? Reply.Confirmation(CutNote(title)) : null);
    }

    /// <summary>Decides a command. A card or recommendation that someone deleted is posted again, whatever the command does. That comes
    /// last: the Undo of a reply names its event by its place.</summary>
    public static Decision Decide(Assessment state, AssessmentCommand command, DecisionContext context)
    {
        var decision = Dispatch(state.On(context.Checklist), command, context);
        if (context.RecommendationLost && state.Decision is { } lost && !decision.Events.Any(e => e is Finished))
            decision = decision with { Events = [.. decision.Events, new RecommendationRepeated(lost.Revision, state.RecommendationCopy + 1)] };
        if (context.LiveCardLost && !decision.Events.Any(e => e is CardMoved))
            decision = decision with { Events = [.. decision.Events, new CardMoved(state.CardGeneration + 1)] };
        return decision;
    }

    internal static string CutNote(Title title) =>
        $"The title was {(title.HadTooManyCharacters ? "longer than 80 characters" : "too long")}, so its end was cut off. Type rename and a shorter one if you like.";

    internal static ChecklistStamp Stamp(ChecklistDefinition checklist) => new(checklist.Id, checklist.Version, checklist.ContentHash);

    private static Decision Dispatch(Assessment state, AssessmentCommand command, DecisionContext context) => command switch
    {
        AnswerByIds c => Answering.ByIds(state, c, context),
        AnswerItems c => Answering.Typed(state, c, context),
        Back c => Moving.Back(state, c, context),
        Next c => Moving.Next(state, c, context),
        Go c => Moving.Go(state, c, context),
        FocusOn c => Moving.Focus(state, c, context),
        ChangePace c => Moving.Pace(state, c),
        Settle c => Settling.Typed(state, c, context),
        SettleById c => Settling.ById(state, c, context),
        Finish c => Finishing.Finish(state, c, context),
        Reopen => Lifecycle.Reopen(state),
        Cancel => Lifecycle.Cancel(state),
        Rename c => Lifecycle.Rename(state, c),
        ShowStatus => Decision.Of(new CardMoved(state.CardGeneration + 1)),
        Pin c => Pinning.Pin(state, c, context),
        Unpin c => Pinning.Unpin(state, c),
        Export c => Decision.Only(new Reply(ReplyNature.Content, new Messages.RecordContent(c.Revision ?? state.Decision?.Revision))),
        Why => Explaining.Why(state, context),
        WhatIfAsked => Explaining.WhatIf(state, context),
        Undo c => Undoing.Undo(state, c, context),
        _ => throw new InvalidOperationException($"No decision is written for {command.GetType().Name}."),
    };
}
