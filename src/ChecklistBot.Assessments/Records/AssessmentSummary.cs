using System.Collections.Immutable;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Records;

/// <summary>An assessment as lists show it.</summary>
public sealed record AssessmentSummary
{
    public required AssessmentId Id { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required Phase Phase { get; init; }

    public required int Revision { get; init; }

    /// <summary>The path of the newest decision; null before the first or while it is provisional.</summary>
    public string? PathLabel { get; init; }

    /// <summary>Whether the newest decision is provisional.</summary>
    public bool Provisional { get; init; }

    /// <summary>Labels of the flags of the newest decision.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the newest decision was given; null before the first.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The revision of the newest decision; 0 before the first.</summary>
    public int DecidedRevision { get; init; }

    /// <summary>The revision in the register; null for none.</summary>
    public int? PinnedRevision { get; init; }

    /// <summary>The decision in the register as it was given, for the register only; null where it is the newest one, which the members above are about.</summary>
    public DecisionSnapshot? PinnedDecision { get; init; }

    public string? Thread { get; init; }

    /// <summary>Where the pinned or else the newest recommendation stands: the post of the pin where there is one. Null when there is none, it has no
    /// address or it is gone.</summary>
    public string? Link { get; init; }

    /// <summary>Whether that message was deleted by someone; where it was the post of a pin, the link leads to the recommendation itself.</summary>
    public bool LinkGone { get; init; }

    /// <summary>What pinning that message did on its platform, as a sentence; null where there is nothing to say.</summary>
    public string? PinNote { get; init; }

    /// <summary>Why the platform refused to show or pin that message, as a sentence; null where it did not.</summary>
    public string? RefusedBecause { get; init; }
}
