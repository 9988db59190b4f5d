namespace ChecklistBot.Slack.Protocol;

/// <summary>Slack sends this event again: up to three times over HTTP (docs.slack.dev, "Events API").</summary>
/// <param name="Attempt">1 for the first repeat; 0 for the first delivery.</param>
/// <param name="Reason">Why, such as <c>http_timeout</c>; empty for the first delivery.</param>
public readonly record struct SlackRetry(int Attempt, string Reason)
{
    /// <summary>Header with the number of the repeat.</summary>
    public const string NumberHeader = "X-Slack-Retry-Num";

    /// <summary>Header with the reason.</summary>
    public const string ReasonHeader = "X-Slack-Retry-Reason";

    /// <summary>With a status outside 2xx, asks Slack not to send this event again.</summary>
    public const string StopHeader = "X-Slack-No-Retry";

    /// <summary>Reads the two headers; anything odd counts as a first delivery.</summary>
    /// <param name="number">Value of <see cref="NumberHeader"/>.</param>
    /// <param name="reason">Value of <see cref="ReasonHeader"/>.</param>
    public static SlackRetry From(string? number, string? reason) =>
        number is [>= '1' and <= '9'] ? new(number[0] - '0', reason is { Length: < 64 } ? reason : "") : default;
}
