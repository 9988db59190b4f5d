using ChecklistBot.Assessments;

namespace ChecklistBot.Turns;

/// <summary>Version 7 UUIDs (RFC 9562): new rows stand together, and nobody can guess another one.</summary>
internal sealed class RandomIds : IIdSource
{
    public AssessmentId Next(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
