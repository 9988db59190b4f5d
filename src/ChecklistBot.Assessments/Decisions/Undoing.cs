using System.Collections.Immutable;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>Takes back what can be taken back, as long as nothing newer stands on it.</summary>
internal static class Undoing
{
    public static Decision Undo(Assessment state, Undo command, DecisionContext context)
    {
        var target = command.Sequence is { } sequence
            ? state.Recent.FirstOrDefault(recorded => recorded.Sequence == sequence)
            : Newest(state, context.Person);
        if (target is null)
            return Decision.Only(command.Sequence is null ? Nothing(state, context) : Reply.Refusal("That is too long ago to undo. Change it on the card instead."));
        if (target.Event is Answered && target.Person != context.Person)
            return Decision.Only(Reply.Refusal("Only the person who answered can take an answer back."));
        return Inverse(state, target) is { } inverse
            ? new Decision([inverse with { Undoes = target.Sequence }, .. BackTo(state, target, context)], Reply.Confirmation($"Undone{Where(state, inverse, context)}: {Outcome(state, inverse, context)}."))
            : Decision.Only(Overtaken(state, target));
    }

    /// <summary>At the quick pace the answer moved the card on: whoever takes it back wants to give another one. So does whoever goes on to take back.</summary>
    private static ImmutableArray<AssessmentEvent> BackTo(Assessment state, RecordedEvent target, DecisionContext context) =>
        target.Event is Answered answered && state.Pace == Pace.Quick && (MovedOn(state, target, answered) || WasBroughtBackTo(state, target, answered, context))
            ? [new FocusMoved(answered.Item)]
            : [];

    private static bool MovedOn(Assessment state, RecordedEvent target, Answered answered) =>
        state.LatestMove == new FocusMove(answered.Item, target.At, target.Person) && state.Latest == new LatestAnswer(target.Person, answered.Item, answered.Option);

    /// <summary>Whether the undo just before brought the card back to where this answer had moved it.</summary>
    private static bool WasBroughtBackTo(Assessment state, RecordedEvent target, Answered answered, DecisionContext context) =>
        state.Recent is [.., { Event.Undoes: not null } before] && before.Person == target.Person
        && state.LatestMove is { } move && move.Person == before.Person && move.At == before.At
        && Moving.AfterAnswer(state with { FocusItem = answered.Item }, context)?.Item == state.FocusItem;

    /// <summary>When a person last did something here, whether it can still be taken back or not: of what cannot, <c>undo</c> says why. Null for nothing.</summary>
    public static DateTimeOffset? LastDone(Assessment state, int person) => state.Recent
        .Where(recorded => recorded.Person == person)
        .Select(recorded => recorded.At)
        .Concat(state.Decisions.Where(decision => decision.FinishedBy == person).Select(decision => decision.At))
        .Concat(state.StartedBy == person ? [state.StartedAt] : [])
        .Select(at => (DateTimeOffset?)at)
        .Max();

    /// <summary>The newest of a person's doings that can be taken back: after an undo the one before what that took back, for undo does not undo itself.</summary>
    private static RecordedEvent? Newest(Assessment state, int person) => state.Recent.LastOrDefault(recorded =>
        recorded.Person == person
        && !IsOwnUndo(state, recorded)
        && !IsBehindDecision(state, recorded)
        && !IsBehindReopening(state, recorded)
        && Inverse(state, recorded) is not null);

    /// <summary>Whether a person took back a doing of their own. To take back somebody else's is a doing like any other.</summary>
    private static bool IsOwnUndo(Assessment state, RecordedEvent recorded) =>
        recorded.Event.Undoes is { } sequence
        && (state.Recent.FirstOrDefault(undone => undone.Sequence == sequence)?.Person ?? recorded.Person) == recorded.Person;

    /// <summary>Whether an undo took it back that nobody took back since.</summary>
    private static bool IsUndone(Assessment state, RecordedEvent recorded) =>
        state.Recent.Any(later => later.Event.Undoes == recorded.Sequence && !IsUndone(state, later));

    /// <summary>Whether somebody did the like since, and it holds: then undo would take back that, even where it brought the same about.</summary>
    private static bool IsRepeated(Assessment state, RecordedEvent recorded) => Since(state, recorded).Any(later => Subject(later) == Subject(recorded));

    /// <summary>What was done since and holds, without what was done and taken back since.</summary>
    private static IEnumerable<RecordedEvent> Since(Assessment state, RecordedEvent recorded) => state.Recent.Where(later =>
        later.Sequence > recorded.Sequence && !(later.Event.Undoes > recorded.Sequence) && !IsUndone(state, later));

    /// <summary>What a doing is about; its undo is about the same.</summary>
    private static (string Kind, string Item, int Person) Subject(RecordedEvent recorded) => recorded.Event switch
    {
        Answered e => (nameof(Answered), e.Item, recorded.Person),
        AnswerWithdrawn e => (nameof(Answered), e.Item, recorded.Person),
        Settled e => (nameof(Settled), e.Item, 0),
        SettlementWithdrawn e => (nameof(Settled), e.Item, 0),
        Pinned or Unpinned => (nameof(Pinned), "", 0),
        var other => (other.GetType().Name, "", 0),
    };

    private static Reply Nothing(Assessment state, DecisionContext context)
    {
        if (Guards.NotOpen(state) is { } refusal)
            return refusal;
        var reopening = state.Recent.LastOrDefault(recorded => recorded.Event is Reopened reopened && reopened.Revision == state.Revision);
        if (reopening?.Person == context.Person)
            return Overtaken(state, reopening);
        var where = context.OthersOpen ? Wording.In(state, context) : " here";
        return Reply.Refusal(state.Items.Values.Any(item => item.OptionOf(context.Person) is not null)
            ? $"Your answers{where} are too long ago to undo. Change them on the card instead."
            : $"There is nothing of yours left to undo{where}.");
    }

    private static Reply Overtaken(Assessment state, RecordedEvent done) => Reply.Refusal(
        done.Event is Reopened && state.Phase == Phase.Open && state.Decision is { } decision && !IsRepeated(state, done)
        ? $"Answers have changed since you reopened #{state.Number}, so that cannot be undone. Cancel it instead: then revision {decision.Revision} stands as it was."
        : "Something newer stands on that, so it cannot be undone. Change it on the card instead.");

    /// <summary>Whoever types "undo" on what is finished means the finish or something later, not a title or a pin from before it.</summary>
    private static bool IsBehindDecision(Assessment state, RecordedEvent recorded) =>
        state.Phase == Phase.Finished && recorded.At < state.Decision!.At;

    /// <summary>Nor does whoever reopened what is finished, and types it then, mean an answer from before: where others have answered since, undo says so.</summary>
    private static bool IsBehindReopening(Assessment state, RecordedEvent recorded) =>
        state.Phase == Phase.Open && state.Recent.Any(later =>
            later.Sequence > recorded.Sequence && later.Person == recorded.Person && later.Event is Reopened reopened && reopened.Revision == state.Revision && !IsRepeated(state, later));

    /// <summary>The event that takes another back; null when it is overtaken.</summary>
    private static AssessmentEvent? Inverse(Assessment state, RecordedEvent recorded) => IsUndone(state, recorded) || IsRepeated(state, recorded) ? null : recorded.Event switch
    {
        Answered e when state.Phase == Phase.Open && state.Item(e.Item).OptionOf(recorded.Person) == e.Option => e.Previous is { } previous
            ? new Answered(e.Item, previous, e.Option)
            : new AnswerWithdrawn(e.Item, e.Option),
        Settled e when state.Phase == Phase.Open && state.Item(e.Item).Settlement?.Option == e.Option => e.Previous is { } previous
            ? new Settled(e.Item, previous, e.Option, recorded.Person, e.PreviousBy)
            : new SettlementWithdrawn(e.Item, e.Option),
        Renamed e when state.Title == e.Title => new Renamed(e.Previous, e.Title),
        Cancelled when state.Phase == Phase.Cancelled => new Resumed(),
        Reopened e when state.Phase == Phase.Open && state.Revision == e.Revision && IsUntouched(state, recorded) => new ReopeningUndone(e.Revision - 1),
        Pinned e when state.PinnedRevision == e.Revision && e.Previous != e.Revision => e.Previous is { } previous ? new Pinned(previous, e.Revision) : new Unpinned(e.Revision),
        Unpinned e when state.PinnedRevision is null => new Pinned(e.Revision),
        _ => null,
    };

    /// <summary>Whatever is not about an item names its assessment itself.</summary>
    private static string Where(Assessment state, AssessmentEvent inverse, DecisionContext context) =>
        inverse is Answered or AnswerWithdrawn or Settled or SettlementWithdrawn ? Wording.In(state, context) : "";

    /// <summary>What holds again, in words: the person sees what was taken back.</summary>
    private static string Outcome(Assessment state, AssessmentEvent inverse, DecisionContext context) => inverse switch
    {
        Answered e when !IsKnown(e.Item, e.Option, context) => $"your answer to {Item(e.Item, context)} is taken back, and the former one is not on the checklist any more",
        Answered e => $"your answer to {Item(e.Item, context)} is “{Label(e.Item, e.Option, context)}” again",
        AnswerWithdrawn e => $"your answer to {Item(e.Item, context)} is taken back",
        Settled e => $"{Item(e.Item, context)} is settled on “{Label(e.Item, e.Option, context)}” again",
        SettlementWithdrawn e => $"{Item(e.Item, context)} is no longer settled",
        Renamed e => $"#{state.Number} is called {e.Title} again",
        Resumed => $"#{state.Number} goes on where you stopped",
        ReopeningUndone e => $"revision {e.Revision} of #{state.Number} stands again",
        Pinned { Previous: not null } e => $"revision {e.Revision} of #{state.Number} is pinned again",
        Pinned => $"#{state.Number} is pinned again",
        Unpinned => $"#{state.Number} is no longer pinned",
        _ => throw new InvalidOperationException($"No words are written for the undo {inverse.GetType().Name}."),
    };

    private static string Item(string item, DecisionContext context) => context.Checklist.ItemIndex(item) is >= 0 and var index
        ? "item " + Wording.Number(index + 1)
        : "an item that the checklist no longer has";

    private static bool IsKnown(string item, string option, DecisionContext context) =>
        option == Answers.NotSure || (context.Checklist.ItemIndex(item) is >= 0 and var index && context.Checklist.OptionIndex(index, option) >= 0);

    private static string Label(string item, string option, DecisionContext context)
    {
        var index = context.Checklist.ItemIndex(item);
        var found = index < 0 ? -1 : context.Checklist.OptionIndex(index, option);
        return found >= 0 ? context.Checklist.Definition.Items[index].Options[found].Label : option == Answers.NotSure ? Answers.NotSureLabel : option;
    }

    /// <summary>A reopening can be undone while nobody has answered or settled since, or has taken that back.</summary>
    private static bool IsUntouched(Assessment state, RecordedEvent reopening) =>
        !Since(state, reopening).Any(later => later.Event is (Answered or AnswerWithdrawn or Settled or SettlementWithdrawn));
}
