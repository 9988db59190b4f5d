namespace ChecklistBot.Slack.Protocol;

/// <summary>Who the bot is in the workspace of its token, as <c>auth.test</c> tells it.</summary>
/// <param name="Tenant">Workspace (<c>T…</c>), or the organisation (<c>E…</c>) of an org-wide installation.</param>
/// <param name="BotUserId">The user id that mentions carry (<c>U…</c> or <c>W…</c>).</param>
/// <param name="BotId">The id that the bot's own messages carry (<c>B…</c>).</param>
/// <param name="Home">The workspace's address, with a slash at its end; null where it is not told.</param>
public sealed record SlackIdentity(string Tenant, string BotUserId, string? BotId = null, string? Home = null)
{
    /// <summary>The address of a message as Slack builds it (docs.slack.dev, chat.getPermalink); null without <see cref="Home"/>.</summary>
    /// <param name="channel">Where it stands.</param>
    /// <param name="ts">The message.</param>
    /// <param name="thread">The thread that it stands in; null for none.</param>
    public string? LinkTo(string channel, string ts, string? thread) => Home is null
        ? null
        : $"{Home}archives/{channel}/p{ts.Replace(".", "", StringComparison.Ordinal)}{(thread is null ? "" : $"?thread_ts={thread}&cid={channel}")}";
}
