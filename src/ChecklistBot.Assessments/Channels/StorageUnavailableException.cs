namespace ChecklistBot.Assessments.Channels;

/// <summary>The turn could not be kept (disk full, database gone). Nothing of it happened, or, where a database server
/// was lost in the middle of its commit, nobody knows: a repeat with the same key is safe.</summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>What the one who runs the bot must do, as a sentence; null where it may mend itself.</summary>
    public string? Remedy { get; init; }

    public StorageUnavailableException()
    {
    }

    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    public StorageUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
