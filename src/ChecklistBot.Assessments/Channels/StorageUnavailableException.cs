namespace ChecklistBot.Assessments.Channels;

/// <summary>The turn could not be kept (disk full, database gone). Nothing of it happened; a repeat is safe.</summary>
public sealed class StorageUnavailableException : Exception
{
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
