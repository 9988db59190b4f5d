namespace ChecklistBot.Storage;

/// <summary>How long a conversation belongs to the copy that delivers there.</summary>
public static class DeliveryClaim
{
    /// <summary>A copy of which nothing is known is waited for so long before another one takes its conversations over.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(45);

    /// <summary>So long where the database server has seen that the copy's connection ended: longer than a copy that lives takes to notice and to connect
    /// again, and than it leaves a claim alone.</summary>
    public static readonly TimeSpan OfTheDead = TimeSpan.FromSeconds(20);

    /// <summary>A claim older than this is prolonged before the next call to a platform, and again after each such time while a call lasts.</summary>
    public static readonly TimeSpan KeepAfter = TimeSpan.FromSeconds(10);
}
