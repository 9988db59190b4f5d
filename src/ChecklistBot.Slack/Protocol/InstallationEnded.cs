namespace ChecklistBot.Slack.Protocol;

/// <summary>The app was removed, or the bot's token revoked; the two come in any order and either may come twice.</summary>
/// <param name="Tenant">The workspace; none when Slack names none.</param>
/// <param name="Reason"><c>app_uninstalled</c> or <c>tokens_revoked</c>.</param>
public sealed record InstallationEnded(string? Tenant, string Reason) : SlackInbound;
