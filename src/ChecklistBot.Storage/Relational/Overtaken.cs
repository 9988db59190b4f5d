using System.Data.Common;

namespace ChecklistBot.Storage.Relational;

/// <summary>How a write tells that somebody else was first, so that its turn must be decided again.</summary>
/// <param name="Unchanged">What it means where the write changes no row; null where that is as good as any other outcome.</param>
/// <param name="Duplicate">What it means where there is such a row already; null where that is a bug.</param>
internal sealed record Overtaken(string? Unchanged = null, string? Duplicate = null)
{
    /// <summary>What stands for so many changed rows; null where they are as good as any.</summary>
    public StaleAssessmentException? Explain(int rows) => rows == 0 && Unchanged is { } meaning ? new StaleAssessmentException(meaning) : null;

    /// <summary>What stands for a failure of the write; null where it means nothing of the kind.</summary>
    public StaleAssessmentException? Explain(DbException failure, Dialect dialect) =>
        Duplicate is { } meaning && dialect.IsDuplicate(failure) ? new StaleAssessmentException(meaning, failure) : null;
}
