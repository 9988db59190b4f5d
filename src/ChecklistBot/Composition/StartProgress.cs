namespace ChecklistBot.Composition;

/// <summary>How far the start has come, for what behaves otherwise before and after it.</summary>
internal sealed class StartProgress
{
    /// <summary>Whether everything has started and requests are served.</summary>
    public volatile bool IsOver;
}
