namespace ChecklistBot.Assessments.State;

/// <summary>A move of the focus, remembered so that a short answer typed at that very moment is not taken for the wrong item.</summary>
/// <param name="From">The id of the item that was in focus before.</param>
/// <param name="At">When it moved.</param>
/// <param name="Person">Who moved it.</param>
public sealed record FocusMove(string From, DateTimeOffset At, int Person);
