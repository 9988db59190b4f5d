namespace ChecklistBot.Slack.Protocol;

/// <summary>Not what Slack sends: refused with a 4xx, and nothing is done.</summary>
/// <param name="Reason">What is wrong, for the log and the answer; holds no text that a person typed.</param>
public sealed record MalformedPayload(string Reason) : SlackInbound;
