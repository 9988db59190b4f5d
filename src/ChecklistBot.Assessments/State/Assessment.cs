using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Records;

namespace ChecklistBot.Assessments.State;

/// <summary>One run of a checklist by a team in one conversation: the sum of its events. Items and options stand by id,
/// so that a newer checklist file still finds them.</summary>
/// <remarks>Reading stored JSON skips initialisers, and a member that an older row lacks is set to nothing: every initial value is kept by its accessor.</remarks>
public sealed record Assessment
{
    public required AssessmentId Id { get; init; }

    /// <summary>The platform's thread it was started in; null outside threads.</summary>
    public string? Thread { get; init; }

    /// <summary>Its number in the conversation, from 1.</summary>
    public int Number { get; init; }

    public string Title { get; init; } = "";

    public ChecklistStamp Checklist { get; init; } = new("", "", "");

    public int StartedBy { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public Phase Phase { get; init; }

    /// <summary>The revision that is open or was finished last, from 1.</summary>
    public int Revision { get; init => field = Math.Max(1, value); } = 1;

    public Pace Pace { get; init; }

    /// <summary>The id of the item in focus.</summary>
    public string FocusItem { get; init; } = "";

    /// <summary>The newest move of the focus; null before the first.</summary>
    public FocusMove? LatestMove { get; init; }

    public ImmutableDictionary<string, ItemState> Items { get => field ?? ImmutableDictionary<string, ItemState>.Empty; init; } = ImmutableDictionary<string, ItemState>.Empty;

    /// <summary>One snapshot a finished revision, oldest first.</summary>
    public ImmutableArray<DecisionSnapshot> Decisions { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The revision whose recommendation is pinned; null for none.</summary>
    public int? PinnedRevision { get; init; }

    /// <summary>Which copy of the live card is the present one, from 1.</summary>
    public int CardGeneration { get; init => field = Math.Max(1, value); } = 1;

    /// <summary>Which copy of the newest recommendation is the present one, from 1.</summary>
    public int RecommendationCopy { get; init => field = Math.Max(1, value); } = 1;

    /// <summary>Whether finishing was asked for and the answers since then still leave several paths.</summary>
    public bool FinishAsked { get; init; }

    /// <summary>Everyone who answered, settled or finished, in the order in which they joined.</summary>
    public ImmutableArray<int> Participants { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The newest answer, shown on the card as its confirmation; null before the first.</summary>
    public LatestAnswer? Latest { get; init; }

    /// <summary>The last few events that can be undone or are attributed on the card, oldest first.</summary>
    public ImmutableArray<RecordedEvent> Recent { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The sequence of the newest event.</summary>
    public long Version { get; init; }

    /// <summary>What was said about an item; empty when nothing was.</summary>
    public ItemState Item(string id) => Items.GetValueOrDefault(id, ItemState.Empty);

    /// <summary>The newest recommendation; null before the first.</summary>
    // Rows of older versions hold it a second time, which is passed over.
    [JsonIgnore]
    public DecisionSnapshot? Decision => Decisions.IsEmpty ? null : Decisions[^1];
}
