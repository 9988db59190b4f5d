namespace ChecklistBot.Slack.Protocol;

/// <summary>The bot itself became a member of a conversation.</summary>
/// <param name="Place">Where.</param>
/// <param name="Inviter">Who invited it, where Slack says so.</param>
/// <param name="DedupeKey">The <c>event_id</c>.</param>
public sealed record BotJoined(SlackPlace Place, string? Inviter, string DedupeKey) : SlackInbound;
