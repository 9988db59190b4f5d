namespace ChecklistBot.Tests.Faults;

/// <summary>What a call does to a conversation.</summary>
internal enum PlatformVerb
{
    /// <summary>Nothing that anybody sees.</summary>
    Ask,
    Post,
    Edit,
    Pin,
    Unpin,
}
