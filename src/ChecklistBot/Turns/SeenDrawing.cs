using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Turns;

/// <summary>What a reply was drawn from.</summary>
/// <param name="Content">What it shows.</param>
/// <param name="Assessment">Of which assessment.</param>
internal sealed record SeenDrawing(MessageContent Content, Guid Assessment);
