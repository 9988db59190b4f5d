using System.Collections.Immutable;
using ChecklistBot.Assessments.Events;

namespace ChecklistBot.Assessments.State;

/// <summary>How events change state. Total: every recorded event applies, whatever the checklist says today.</summary>
public static class AssessmentEvolution
{
    /// <summary>How many events stay at hand for undo and attribution: so many answers, and so many of all others, which answers would
    /// soon push out; and as many undos of each, which would push out what can be taken back next.</summary>
    private const int RecentEvents = 8;

    /// <summary>The state before the first event.</summary>
    public static Assessment Nothing(AssessmentId id, string? thread) => new() { Id = id, Thread = thread };

    /// <summary>The state after one more event.</summary>
    public static Assessment Apply(this Assessment state, RecordedEvent recorded)
    {
        var next = Change(state, recorded) with { Version = recorded.Sequence };
        return IsKept(recorded.Event) ? next with { Recent = Keep(next.Recent, recorded) } : next;
    }

    private static Assessment Change(Assessment state, RecordedEvent recorded) => recorded.Event switch
    {
        Started e => state with
        {
            Number = e.Number,
            Title = e.Title,
            Checklist = e.Checklist,
            Pace = e.Pace,
            FocusItem = e.FocusItem,
            StartedBy = recorded.Person,
            StartedAt = recorded.At,
        },
        Renamed e => state with { Title = e.Title },
        Answered e => Joined(state, recorded.Person) with
        {
            Items = state.Items.SetItem(e.Item, state.Item(e.Item).WithAnswer(recorded.Person, e.Option, TakesBack(state, recorded.Person, e.Item, e.Option, e.Previous))),
            Latest = new LatestAnswer(recorded.Person, e.Item, e.Option),
        },
        AnswerWithdrawn e => Without(state, e.Item, state.Item(e.Item).WithoutAnswer(recorded.Person, TakesBack(state, recorded.Person, e.Item, null, e.Previous)), recorded.Person) with
        {
            Latest = state.Latest is { } latest && latest.Person == recorded.Person && latest.Item == e.Item ? null : state.Latest,
        },
        FocusMoved e => state with
        {
            FocusItem = e.Item,
            LatestMove = new FocusMove(state.FocusItem, recorded.At, recorded.Person),
        },
        PaceChanged e => state with { Pace = e.Pace },
        Settled e => Joined(state, recorded.Person) with
        {
            Items = state.Items.SetItem(e.Item, state.Item(e.Item).WithSettlement(e.By ?? recorded.Person, e.Option)),
        },
        SettlementWithdrawn e => Without(state, e.Item, state.Item(e.Item) with { Settlement = null }, state.Item(e.Item).Settlement?.Person ?? recorded.Person),
        DisagreementFound => state with { FinishAsked = true },
        Finished e => Joined(state, recorded.Person) with
        {
            Phase = Phase.Finished,
            Decisions = state.Decisions.Add(e.Decision),
            RecommendationCopy = 1,
            FinishAsked = false,
        },
        Reopened e => state with { Phase = Phase.Open, Revision = e.Revision, FinishAsked = false, Latest = null },
        ReopeningUndone e => state with { Phase = Phase.Finished, Revision = e.Revision },
        Cancelled => state with { Phase = Phase.Cancelled },
        Resumed => state with { Phase = Phase.Open },
        Pinned e => state with { PinnedRevision = e.Revision },
        Unpinned => state with { PinnedRevision = null },
        CardMoved e => state with { CardGeneration = e.Generation },
        RecommendationRepeated e => state with { RecommendationCopy = e.Copy },
        _ => throw new InvalidOperationException($"No state change is written for {recorded.Event.GetType().Name}."),
    };

    private static Assessment Joined(Assessment state, int person) =>
        state.Participants.Contains(person) ? state : state with { Participants = state.Participants.Add(person) };

    /// <summary>Whoever took everything back took no part.</summary>
    private static Assessment Without(Assessment state, string id, ItemState item, int person)
    {
        var next = state with { Items = state.Items.SetItem(id, item) };
        var takesPart = next.Items.Values.Any(one => one.OptionOf(person) is not null || one.Settlement?.Person == person)
            || next.Decisions.Any(decision => decision.Participants.Contains(person));
        return takesPart ? next : next with { Participants = next.Participants.Remove(person) };
    }

    /// <summary>Whether an answer turns the item's newest one round, by an undo or by a second tap.</summary>
    private static bool TakesBack(Assessment state, int person, string item, string? option, string? previous) =>
        state.Recent.LastOrDefault(recorded => recorded.Event is Answered answered && answered.Item == item || recorded.Event is AnswerWithdrawn gone && gone.Item == item)
            is { Event: Answered newest } last
        && last.Person == person && newest.Previous == option && newest.Option == previous;

    private static bool IsKept(AssessmentEvent happened) => happened
        is Renamed or Answered or AnswerWithdrawn or Settled or SettlementWithdrawn or Reopened or Cancelled or Resumed or Pinned or Unpinned;

    private static ImmutableArray<RecordedEvent> Keep(ImmutableArray<RecordedEvent> recent, RecordedEvent recorded)
    {
        var kind = Kind(recorded);
        return recent.Count(one => Kind(one) == kind) < RecentEvents
            ? recent.Add(recorded)
            : recent.Remove(recent.First(one => Kind(one) == kind)).Add(recorded);
    }

    private static (bool IsAnswer, bool IsUndo) Kind(RecordedEvent recorded) =>
        (recorded.Event is Answered or AnswerWithdrawn, recorded.Event.Undoes is not null);
}
