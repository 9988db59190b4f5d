namespace ChecklistBot.Storage;

/// <summary>The store cannot be opened or upgraded; the message is a sentence for the operator.</summary>
public sealed class StoreException : Exception
{
    public StoreException()
    {
    }

    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
