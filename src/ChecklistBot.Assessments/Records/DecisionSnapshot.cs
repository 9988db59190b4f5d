using System.Collections.Immutable;
using ChecklistBot.Assessments.Events;

namespace ChecklistBot.Assessments.Records;

/// <summary>A recommendation as it was given, with every text it needs to be shown for ever: a later edit of the
/// checklist never rewrites it. People are numbers.</summary>
/// <remarks>Reading stored JSON skips initialisers, so a list that an older version did not write yet is empty by its getter.</remarks>
public sealed record DecisionSnapshot
{
    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int FinishedBy { get; init; }

    /// <summary>The assessment's title at that moment.</summary>
    public required string Title { get; init; }

    public required string ChecklistTitle { get; init; }

    public required ChecklistStamp Checklist { get; init; }

    /// <summary>The recommended path; null while the decision is provisional.</summary>
    public SnapshotPath? Path { get; init; }

    /// <summary>The smallest set of answers that forces the path, in item order.</summary>
    public ImmutableArray<SnapshotAnswer> Because { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<SnapshotText> Flags { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<SnapshotText> Cautions { get => field.IsDefault ? [] : field; init; } = [];

    public SnapshotPath? Companion { get; init; }

    /// <summary>Single changes of an answer that lead to another path.</summary>
    public ImmutableArray<SnapshotChange> WouldChange { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Splits with what they mean for the result.</summary>
    public ImmutableArray<SnapshotDifference> Differences { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Paths that outvoted answers would have led to; empty when every mix of answers gives the same path.</summary>
    public ImmutableArray<string> OutvotedPaths { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>On a provisional decision: each path that is left and the answers it hangs on.</summary>
    public ImmutableArray<SnapshotBranch> Branches { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Every item with everybody's answer.</summary>
    public ImmutableArray<SnapshotItem> Items { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<int> Participants { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whether the team finished without one path.</summary>
    public bool Provisional => Path is null;

    /// <summary>Whether no item is left beside those that force the path.</summary>
    internal bool IsForcedByAll => Because.Length == Items.Length;
}

/// <summary>A path's texts.</summary>
public sealed record SnapshotPath(string Id, string Label, string What, string Next);

/// <summary>A flag's or a caution's text.</summary>
public sealed record SnapshotText(string Id, string Text);

/// <summary>An answer in words.</summary>
/// <param name="Position">The item's number, from 1.</param>
/// <param name="Item">Item id.</param>
/// <param name="Question">The item's question.</param>
/// <param name="Label">The option's label, to stand between quotation marks; several (<see cref="Replies.Wording.Either"/>) where any of them will do.</param>
public sealed record SnapshotAnswer(int Position, string Item, string Question, string Label);

/// <summary>A single change and where it leads.</summary>
public sealed record SnapshotChange(SnapshotAnswer Answer, string PathId, string PathLabel);

/// <summary>An option that some people chose and the team did not take; of a tied item, any that was chosen.</summary>
/// <param name="Answer">The item with the option in question.</param>
/// <param name="People">Who chose it.</param>
/// <param name="PathLabel">Where it would have led, as it stands within a sentence; null when it does not change the result.</param>
/// <param name="Several">Whether that names more than one path.</param>
public sealed record SnapshotDifference(SnapshotAnswer Answer, ImmutableArray<int> People, string? PathLabel, bool Several = false);

/// <summary>A path that is left and the answers it hangs on.</summary>
/// <param name="Path">Its texts.</param>
/// <param name="When">Ways to it, each the answers that suffice. Two may hold at once; in decisions of before December 2026 each has all items that decide.</param>
/// <param name="Others">Combinations of answers that lead there too and are in none of those.</param>
public sealed record SnapshotBranch(SnapshotPath Path, ImmutableArray<ImmutableArray<SnapshotAnswer>> When, int Others = 0);

/// <summary>An item with all its answers.</summary>
/// <param name="Position">The item's number, from 1.</param>
/// <param name="Id">Item id.</param>
/// <param name="Question">The item's question.</param>
/// <param name="Choices">What was chosen, most answers first, "Not sure" last.</param>
/// <param name="Team">The team's answer as a label; null when open or tied.</param>
/// <param name="SettledBy">Who settled it; null when nobody had to.</param>
public sealed record SnapshotItem(
    int Position,
    string Id,
    string Question,
    ImmutableArray<SnapshotChoice> Choices,
    string? Team,
    int? SettledBy);

/// <summary>An option with everyone who chose it.</summary>
public sealed record SnapshotChoice(string Option, string Label, ImmutableArray<int> People);
