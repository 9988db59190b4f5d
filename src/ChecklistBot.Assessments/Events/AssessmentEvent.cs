using System.Text.Json.Serialization;
using ChecklistBot.Assessments.Records;

namespace ChecklistBot.Assessments.Events;

/// <summary>Something that happened to an assessment. Stored for ever, so the written names never change; the set is closed.</summary>
/// <remarks>Who did it and when stands in <see cref="RecordedEvent"/>. People appear as numbers only: names are looked up when a card is made.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Renamed), "renamed")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(AnswerWithdrawn), "answer-withdrawn")]
[JsonDerivedType(typeof(FocusMoved), "focus-moved")]
[JsonDerivedType(typeof(PaceChanged), "pace-changed")]
[JsonDerivedType(typeof(Settled), "settled")]
[JsonDerivedType(typeof(SettlementWithdrawn), "settlement-withdrawn")]
[JsonDerivedType(typeof(DisagreementFound), "disagreement-found")]
[JsonDerivedType(typeof(Finished), "finished")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(ReopeningUndone), "reopening-undone")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Pinned), "pinned")]
[JsonDerivedType(typeof(Unpinned), "unpinned")]
[JsonDerivedType(typeof(CardMoved), "card-moved")]
[JsonDerivedType(typeof(RecommendationRepeated), "recommendation-repeated")]
public abstract record AssessmentEvent
{
    private protected AssessmentEvent()
    {
    }

    /// <summary>The sequence of the event that this one takes back; null when it is nobody's undo. Older versions did not write it.</summary>
    public long? Undoes { get; init; }
}

/// <summary>The first event of every assessment.</summary>
public sealed record Started(int Number, string Title, ChecklistStamp Checklist, Pace Pace, string FocusItem) : AssessmentEvent;

/// <param name="Title">The new title, cleaned and cut.</param>
/// <param name="Previous">The title before, for the undo.</param>
public sealed record Renamed(string Title, string Previous) : AssessmentEvent;

/// <param name="Item">Item id.</param>
/// <param name="Option">Option id or <see cref="Answers.NotSure"/>.</param>
/// <param name="Previous">What the same person said before; null for nothing.</param>
public sealed record Answered(string Item, string Option, string? Previous) : AssessmentEvent;

/// <summary>A first answer taken back.</summary>
public sealed record AnswerWithdrawn(string Item, string Previous) : AssessmentEvent;

/// <summary>Another item came into focus.</summary>
public sealed record FocusMoved(string Item) : AssessmentEvent;

/// <summary>Hold became quick or the reverse.</summary>
public sealed record PaceChanged(Pace Pace) : AssessmentEvent;

/// <param name="Item">Item id.</param>
/// <param name="Option">The team's option for it from now on.</param>
/// <param name="Previous">The option it was settled on before; null for none.</param>
/// <param name="PreviousBy">Who had settled it on that.</param>
/// <param name="By">Whose settlement it is, where an undo brings it back; else that of whoever did this.</param>
public sealed record Settled(string Item, string Option, string? Previous, int? PreviousBy = null, int? By = null) : AssessmentEvent;

/// <summary>A split is open again.</summary>
public sealed record SettlementWithdrawn(string Item, string Previous) : AssessmentEvent;

/// <summary>Someone asked to finish and the team's answers leave several paths: the card now names what decides.</summary>
public sealed record DisagreementFound : AssessmentEvent;

/// <summary>A recommendation was given.</summary>
public sealed record Finished(DecisionSnapshot Decision) : AssessmentEvent;

/// <param name="Revision">The revision that is open now.</param>
public sealed record Reopened(int Revision) : AssessmentEvent;

/// <param name="Revision">The revision that stands again.</param>
public sealed record ReopeningUndone(int Revision) : AssessmentEvent;

/// <summary>Ended without a result.</summary>
public sealed record Cancelled : AssessmentEvent;

/// <summary>The undo of <see cref="Cancelled"/>.</summary>
public sealed record Resumed : AssessmentEvent;

/// <param name="Revision">The revision whose recommendation is in the register.</param>
/// <param name="Previous">The revision that was there until then, the same one where only its lost post was repeated or its refused pin tried again; null for none.</param>
public sealed record Pinned(int Revision, int? Previous = null) : AssessmentEvent;

/// <param name="Revision">The revision that left the register.</param>
public sealed record Unpinned(int Revision) : AssessmentEvent;

/// <summary>The live card is posted again at the bottom; the old one becomes a pointer.</summary>
/// <param name="Generation">1 for the first card, then counting up.</param>
public sealed record CardMoved(int Generation) : AssessmentEvent;

/// <summary>A recommendation that someone deleted is posted once more.</summary>
/// <param name="Revision">Its revision.</param>
/// <param name="Copy">1 for the first message, then counting up.</param>
public sealed record RecommendationRepeated(int Revision, int Copy) : AssessmentEvent;
