namespace ChecklistBot.Slack.Protocol;

/// <summary>Slack asks whether the events address is ours (<c>url_verification</c>); the answer repeats the challenge.</summary>
/// <param name="Challenge">The text to repeat.</param>
public sealed record UrlChallenge(string Challenge) : SlackInbound;
