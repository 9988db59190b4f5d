namespace ChecklistBot.Assessments.Cards;

/// <summary>Where an item stands; its <see cref="ItemLineStates.Mark"/> is drawn and its word is said.</summary>
public enum ItemLineState
{
    /// <summary>Nobody has chosen an option; "not sure" alone leaves an item open.</summary>
    Open,

    /// <summary>All who chose agree.</summary>
    Agreed,

    /// <summary>People differ and one option has most choices.</summary>
    Split,

    /// <summary>People differ and no single option has most choices.</summary>
    Tied,

    /// <summary>The team settled a split.</summary>
    Settled,
}
