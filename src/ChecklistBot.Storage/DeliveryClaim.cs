namespace ChecklistBot.Storage;

/// <summary>How long a conversation belongs to the copy that delivers there.</summary>
public static class DeliveryClaim
{
    /// <summary>A copy that died is waited for so long before another one takes its conversations over.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <summary>A claim older than this is prolonged before the next call to a platform: what is left is longer than any call may last.</summary>
    public static readonly TimeSpan KeepAfter = TimeSpan.FromSeconds(10);
}
