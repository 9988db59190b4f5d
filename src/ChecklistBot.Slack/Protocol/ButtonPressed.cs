namespace ChecklistBot.Slack.Protocol;

/// <summary>A button, an overflow entry or a select of a message, or of a modal that stays open.</summary>
/// <param name="Place">Where the message stands; its channel is empty for a modal.</param>
/// <param name="Person">Who pressed.</param>
/// <param name="ActionId">The element's id, unique in its message.</param>
/// <param name="Value">The button's value or the chosen entry's; empty when it has none.</param>
/// <param name="DedupeKey">Message, person, element, value and <c>action_ts</c>.</param>
public sealed record ButtonPressed(SlackPlace Place, SlackPerson Person, string ActionId, string Value, string DedupeKey) : SlackInbound
{
    /// <summary>The message's <c>ts</c>; none for a modal.</summary>
    public string? MessageTs { get; init; }

    /// <summary>The message is shown to one person only: it can be replaced through <see cref="ResponseUrl"/> alone.</summary>
    public bool IsEphemeral { get; init; }

    /// <summary>Opens one modal within 3 s.</summary>
    public string? TriggerId { get; init; }

    /// <summary>Answers the presser, five times in 30 minutes.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>When it was pressed, a <c>ts</c>.</summary>
    public string? ActionTs { get; init; }
}
