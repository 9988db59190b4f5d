namespace ChecklistBot.Slack.Protocol;

/// <summary>Words for the bot: mention removed, Slack's escapes undone, mentions of others and links as people read them.</summary>
/// <param name="Place">Where it was typed.</param>
/// <param name="Person">Who typed it.</param>
/// <param name="Source">How it came.</param>
/// <param name="Text">What was typed; may be empty.</param>
/// <param name="DedupeKey">
/// A command's <c>trigger_id</c>; a message's channel and <c>ts</c> (retries have both the same, and so has a mention that Slack
/// reports under two event ids); an edit's channel, <c>ts</c> and time of edit.
/// </param>
public sealed record TextReceived(SlackPlace Place, SlackPerson Person, TextSource Source, string Text, string DedupeKey)
    : SlackInbound
{
    /// <summary>On an edit: the <see cref="DedupeKey"/> of the message as it was first; none when it is new.</summary>
    public string? EditedKey { get; init; }

    /// <summary>The message's <c>ts</c>; none for a slash command.</summary>
    public string? MessageTs { get; init; }

    /// <summary>Opens one modal within 3 s; slash commands only.</summary>
    public string? TriggerId { get; init; }

    /// <summary>Answers the typist, five times in 30 minutes, wherever the bot is no member; slash commands only.</summary>
    public string? ResponseUrl { get; init; }
}
