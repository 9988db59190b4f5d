namespace ChecklistBot.Slack.Protocol;

/// <summary>A conversation of an installation.</summary>
/// <param name="Tenant">The installation's workspace, or its organisation when installed org-wide; never the author's.</param>
/// <param name="Channel">Channel, private channel, group or direct message.</param>
/// <param name="Thread">The thread's first message (its <c>ts</c>), when it happened in one.</param>
public sealed record SlackPlace(string Tenant, string Channel, string? Thread = null)
{
    /// <summary>A direct message of two: the bot and a person, or two people.</summary>
    public bool IsDirect => Channel.StartsWith('D');

    /// <summary>Where a message stands. One that somebody has answered in a thread names its own <c>ts</c> as the thread's, and stands outside it.</summary>
    public static SlackPlace Of(string tenant, string channel, string? thread, string? message) => new(tenant, channel, thread == message ? null : thread);
}
