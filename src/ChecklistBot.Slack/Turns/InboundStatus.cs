namespace ChecklistBot.Slack.Turns;

/// <summary>How a delivery is answered, over HTTP or a socket.</summary>
internal enum InboundStatus
{
    /// <summary>Kept, or nothing to keep: 200, or an acknowledgement.</summary>
    Accepted,

    /// <summary>Not what Slack sends: 400 and no repeat, or an acknowledgement that ends it.</summary>
    Malformed,

    /// <summary>Not kept: 503, or no acknowledgement, so that Slack sends it again.</summary>
    NotKept,
}
