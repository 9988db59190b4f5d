namespace ChecklistBot.Storage;

/// <summary>The compare-and-set of an assessment failed: another copy of the bot was faster.</summary>
public sealed class StaleAssessmentException : Exception
{
    public StaleAssessmentException()
    {
    }

    public StaleAssessmentException(string message)
        : base(message)
    {
    }

    public StaleAssessmentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
