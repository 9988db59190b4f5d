using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Web;

/// <summary>One message of a room: either somebody's words or a card of the bot.</summary>
public sealed record RoomMessage
{
    /// <summary>From 1 in the room; the element's id on the page is <c>m-NUMBER</c>.</summary>
    public required long Number { get; init; }

    /// <summary>Its place in the room's stream of changes; grows with every change of any message.</summary>
    public required long Changed { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who spoke, or whom a reply answers; null for cards that concern everyone.</summary>
    public string? Person { get; init; }

    /// <summary>The words of <see cref="Person"/>; null on a card.</summary>
    public string? Words { get; init; }

    /// <summary>The card; null on somebody's words.</summary>
    public Card? Card { get; init; }

    /// <summary>Whether the message is pinned.</summary>
    public bool Pinned { get; init; }
}
