using ChecklistBot.Assessments.State;

namespace ChecklistBot.Storage;

/// <summary>Which assessments of a conversation; members left out do not restrict.</summary>
public sealed record AssessmentQuery
{
    public int? Number { get; init; }

    public string? Thread { get; init; }

    public Phase? Phase { get; init; }

    /// <summary>The register: with each pinned decision that a newer one replaced.</summary>
    public bool PinnedOnly { get; init; }

    /// <summary>Each word must occur in title, path, flags or state, whatever its case and apostrophes, or be the number, with or without <c>#</c>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Each date must be that of the newest decision, before the first that of the start, or occur as a word.</summary>
    public IReadOnlyList<SearchedDate> Dates { get; init; } = [];

    /// <summary>Only numbers below this one: the next page.</summary>
    public int? Before { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 20;
}
