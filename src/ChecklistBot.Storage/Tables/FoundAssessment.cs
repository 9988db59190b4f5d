using ChecklistBot.Assessments.State;

namespace ChecklistBot.Storage.Tables;

/// <summary>An assessment's newest state, and whether any of its messages is lost.</summary>
internal sealed record FoundAssessment(Assessment State, bool HasLost);
