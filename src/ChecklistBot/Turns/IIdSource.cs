using ChecklistBot.Assessments;

namespace ChecklistBot.Turns;

/// <summary>The one place that ids come from.</summary>
internal interface IIdSource
{
    /// <summary>An id that was never given before.</summary>
    AssessmentId Next(DateTimeOffset now);
}
