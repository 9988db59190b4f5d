namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>How a paragraph looks.</summary>
[Flags]
internal enum TextLook
{
    Plain = 0,
    Heading = 1,
    Bold = 2,
    Subtle = 4,
    Attention = 8,
    Separated = 16,
}
