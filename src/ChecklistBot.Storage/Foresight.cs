using ChecklistBot.Assessments;

namespace ChecklistBot.Storage;

/// <summary>What a turn is going to ask.</summary>
/// <param name="Person">The platform's id of the person who will be saved.</param>
/// <param name="Assessment">The assessment that will be looked for; null for none.</param>
/// <param name="WithMessages">Whether its messages will be looked for too.</param>
public sealed record Foresight(string Person, AssessmentId? Assessment, bool WithMessages);
