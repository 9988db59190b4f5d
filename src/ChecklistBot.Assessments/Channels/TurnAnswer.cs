using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Assessments.Channels;

/// <summary>What the person gets at once; given only after the turn is kept.</summary>
public sealed record TurnAnswer
{
    /// <summary>The assessment's live card or recommendation after the turn, to put in place of the tapped one; null when the turn concerned none,
    /// or did not want it.</summary>
    public Card? Card { get; init; }

    /// <summary>What to say to this person; null when the card says it all.</summary>
    public Card? Reply { get; init; }

    /// <summary>Whether <see cref="Reply"/> already goes to the conversation as a message of its own.</summary>
    public bool ReplyIsMessage { get; init; }

    /// <summary>Why nothing was done; decides status codes, never wording.</summary>
    public TurnStatus Status { get; init; }
}
