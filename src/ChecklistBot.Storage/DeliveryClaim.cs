namespace ChecklistBot.Storage;

/// <summary>How long a conversation belongs to the copy that delivers there.</summary>
public static class DeliveryClaim
{
    /// <summary>A copy that died is waited for so long before another one takes its conversations over.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(45);

    /// <summary>A claim older than this is prolonged before the next call to a platform: what is left is longer than a call lasts that hangs.</summary>
    public static readonly TimeSpan KeepAfter = TimeSpan.FromSeconds(10);
}
