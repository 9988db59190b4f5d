namespace ChecklistBot.Slack.WebApi;

/// <summary>How a call to the Web API ended.</summary>
public enum SlackReplyKind
{
    /// <summary>Slack did it.</summary>
    Done,

    /// <summary>It definitely did not happen; the same call may succeed after a while.</summary>
    Wait,

    /// <summary>It definitely did not happen and will not: the code says why.</summary>
    Refused,

    /// <summary>Nobody can say whether it happened: time-out, reset, 5xx after sending.</summary>
    Unknown,
}
