using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>A message of the bot in the conversation.</summary>
/// <param name="Content">What it shows.</param>
/// <param name="Assessment">Whose it is; null for a notice about none.</param>
internal sealed record Post(MessageContent Content, AssessmentId? Assessment)
{
    /// <summary>Somebody deleted it.</summary>
    public bool IsDeleted { get; set; }

    public bool IsPinned { get; set; }
}
