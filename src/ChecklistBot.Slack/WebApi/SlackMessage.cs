namespace ChecklistBot.Slack.WebApi;

/// <summary>What a message shows.</summary>
/// <param name="Text">The whole meaning for notifications and screen readers, in mrkdwn and escaped.</param>
/// <param name="Blocks">A JSON array of Block Kit blocks, UTF-8.</param>
public sealed record SlackMessage(string Text, ReadOnlyMemory<byte> Blocks);
