namespace ChecklistBot.Slack.Protocol;

/// <summary>Words for the bot: mention removed, Slack's escapes undone, mentions of others and links as people read them.</summary>
/// <param name="Place">Where it was typed.</param>
/// <param name="Person">Who typed it.</param>
/// <param name="Source">How it came.</param>
/// <param name="Text">What was typed; may be empty.</param>
/// <param name="DedupeKeys">The same turn when any of them was seen before (<c>event_id</c>; channel and <c>ts</c>; or the command's <c>trigger_id</c>).</param>
public sealed record TextReceived(SlackPlace Place, SlackPerson Person, TextSource Source, string Text, IReadOnlyList<string> DedupeKeys)
    : SlackInbound
{
    /// <summary>The message's <c>ts</c>; none for a slash command.</summary>
    public string? MessageTs { get; init; }

    /// <summary>When the message was last edited, a <c>ts</c>; none when it is new.</summary>
    public string? EditedTs { get; init; }

    /// <summary>Opens one modal within 3 s; slash commands only.</summary>
    public string? TriggerId { get; init; }

    /// <summary>Answers the typist, five times in 30 minutes, wherever the bot is no member; slash commands only.</summary>
    public string? ResponseUrl { get; init; }
}
