namespace ChecklistBot.Slack.Protocol;

/// <summary>Well formed and acknowledged, but nothing for the bot.</summary>
/// <param name="Reason">For the log; holds no text that a person typed.</param>
public sealed record NothingToDo(string Reason) : SlackInbound;
