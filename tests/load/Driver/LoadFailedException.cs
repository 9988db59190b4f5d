namespace ChecklistBot.Load;

/// <summary>Something was not as a person expects it: figures of such a run mean nothing.</summary>
internal sealed class LoadFailedException : Exception
{
    public LoadFailedException()
    {
    }

    public LoadFailedException(string message)
        : base(message)
    {
    }

    public LoadFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
