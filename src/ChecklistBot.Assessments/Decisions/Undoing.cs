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
            : state.Recent.LastOrDefault(recorded => recorded.Person == context.Person && Inverse(state, recorded) is not null);
        if (target is null)
            return Decision.Only(Reply.Refusal(command.Sequence is null
                ? "There is nothing of yours left to undo here."
                : "That is too long ago to undo. Change it on the card instead."));
        if (target.Event is Answered && target.Person != context.Person)
            return Decision.Only(Reply.Refusal("Only the person who answered can take an answer back."));
        return Inverse(state, target) is { } inverse
            ? Decision.Of(inverse, Reply.Confirmation("Undone."))
            : Decision.Only(Reply.Refusal("Something newer stands on that, so it cannot be undone. Change it on the card instead."));
    }

    /// <summary>The event that takes another back; null when it is overtaken.</summary>
    private static AssessmentEvent? Inverse(Assessment state, RecordedEvent recorded) => recorded.Event switch
    {
        Answered e when state.Phase == Phase.Open && state.Item(e.Item).OptionOf(recorded.Person) == e.Option => e.Previous is { } previous
            ? new Answered(e.Item, previous, e.Option)
            : new AnswerWithdrawn(e.Item, e.Option),
        Settled e when state.Phase == Phase.Open && state.Item(e.Item).Settlement?.Option == e.Option => e.Previous is { } previous
            ? new Settled(e.Item, previous, e.Option)
            : new SettlementWithdrawn(e.Item, e.Option),
        Renamed e when state.Title == e.Title => new Renamed(e.Previous, e.Title),
        Cancelled when state.Phase == Phase.Cancelled => new Resumed(),
        Reopened e when state.Phase == Phase.Open && state.Revision == e.Revision && IsUntouched(state, recorded) => new ReopeningUndone(e.Revision - 1),
        Unpinned e when state.PinnedRevision is null && state.Decision?.Revision == e.Revision => new Pinned(e.Revision),
        _ => null,
    };

    /// <summary>A reopening can be undone while nobody has answered or settled since.</summary>
    private static bool IsUntouched(Assessment state, RecordedEvent reopening) =>
        !state.Recent.Any(later => later.Sequence > reopening.Sequence && later.Event is (Answered or Settled or SettlementWithdrawn));
}
