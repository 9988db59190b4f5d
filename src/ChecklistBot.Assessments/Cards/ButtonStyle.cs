namespace ChecklistBot.Assessments.Cards;

/// <summary>How much a button stands out.</summary>
public enum ButtonStyle
{
    Default,

    /// <summary>The step that most people want next.</summary>
    Primary,

    /// <summary>Ends or removes something; always with a confirmation.</summary>
    Danger,
}
