namespace ChecklistBot.Slack.Protocol;

/// <summary>Who the bot is in the workspace of its token, as <c>auth.test</c> tells it.</summary>
/// <param name="Tenant">Workspace (<c>T…</c>), or the organisation (<c>E…</c>) of an org-wide installation.</param>
/// <param name="BotUserId">The user id that mentions carry (<c>U…</c> or <c>W…</c>).</param>
/// <param name="BotId">The id that the bot's own messages carry (<c>B…</c>).</param>
public sealed record SlackIdentity(string Tenant, string BotUserId, string? BotId = null);
