using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Storage;

/// <summary>A message as a turn wants it.</summary>
public sealed record WantedMessage
{
    public required MessageContent Content { get; init; }

    public AssessmentId? Assessment { get; init; }

    /// <summary>Same assessment and slot: the same message in a newer state; null: always a new message.</summary>
    public string? Slot { get; init; }

    public string? Thread { get; init; }

    public int? Person { get; init; }

    public bool Broadcast { get; init; }

    /// <summary>Shown at once and never delivered: words that the web room keeps.</summary>
    public bool AlreadyShown { get; init; }
}
