using ChecklistBot.Assessments.State;

namespace ChecklistBot.Storage;

/// <summary>An assessment with the conversation's own facts about it.</summary>
/// <param name="State">The state after its newest event.</param>
/// <param name="LiveCardLost">Whether someone deleted the present live card.</param>
/// <param name="RecommendationLost">Whether someone deleted the present recommendation.</param>
/// <param name="PinPostLost">Whether someone deleted the post that stands for the pin.</param>
public sealed record StoredAssessment(Assessment State, bool LiveCardLost, bool RecommendationLost, bool PinPostLost);
