namespace ChecklistBot.Assessments.Cards;

/// <summary>How a paragraph stands out. Words carry the meaning; the tone only helps the eye.</summary>
public enum TextTone
{
    Normal,
    Subtle,
    Strong,

    /// <summary>Something that needs the team's attention.</summary>
    Attention,
}
