namespace ChecklistBot.Slack.Protocol;

/// <summary>
/// What reached us from Slack, in our own words: the same values whether it came over HTTP or over a socket.
/// Nothing in it is trusted beyond the fact that Slack sent it.
/// </summary>
public abstract record SlackInbound;
