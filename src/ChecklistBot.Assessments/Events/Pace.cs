namespace ChecklistBot.Assessments.Events;

/// <summary>When an item leaves the focus.</summary>
public enum Pace
{
    /// <summary>When someone presses Next: channels and group chats.</summary>
    Hold,

    /// <summary>After the answer: personal chats.</summary>
    Quick,
}
