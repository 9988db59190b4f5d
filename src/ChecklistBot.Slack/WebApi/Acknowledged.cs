namespace ChecklistBot.Slack.WebApi;

/// <summary>The answer of methods that only say that they did it.</summary>
public sealed record Acknowledged
{
    /// <summary>The one value.</summary>
    public static readonly Acknowledged Instance = new();
}
