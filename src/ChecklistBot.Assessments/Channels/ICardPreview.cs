using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Assessments.Channels;

/// <summary>What a platform would receive for a card, for people who want to see it without that platform.</summary>
public interface ICardPreview
{
    /// <summary>The platform as people call it: "Teams", "Slack".</summary>
    string Platform { get; }

    /// <summary>The indented JSON of the card.</summary>
    string Render(Card card);
}
