namespace ChecklistBot.Slack.Protocol;

/// <summary>A conversation of an installation.</summary>
/// <param name="Tenant">The installation's workspace, or its organisation when installed org-wide; never the author's.</param>
/// <param name="Channel">Channel, private channel, group or direct message.</param>
/// <param name="Thread">The thread's first message (its <c>ts</c>), when it happened in one.</param>
public sealed record SlackPlace(string Tenant, string Channel, string? Thread = null)
{
    /// <summary>A direct message of two: the bot and a person, or two people.</summary>
    public bool IsDirect => Channel.StartsWith('D');
}
