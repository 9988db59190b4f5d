namespace ChecklistBot.Slack.Protocol;

/// <summary>Who the bot is in the workspace of its token, as <c>auth.test</c> tells it.</summary>
/// <param name="TeamId">Workspace (<c>T…</c>), or the organisation (<c>E…</c>) of an org-wide installation.</param>
/// <param name="BotUserId">The user id that mentions carry (<c>U…</c> or <c>W…</c>).</param>
/// <param name="BotId">The id that the bot's own messages carry (<c>B…</c>).</param>
/// <param name="AppId">The app (<c>A…</c>), where Slack says it.</param>
public sealed record SlackIdentity(string TeamId, string BotUserId, string? BotId = null, string? AppId = null);
