namespace ChecklistBot.Assessments.Cards;

/// <summary>What a card is for; platforms may place kinds differently, never word them differently.</summary>
public enum CardKind
{
    /// <summary>The one message of an assessment that is edited in place.</summary>
    Live,

    /// <summary>A recommendation as given at one moment, or its pointer once it is superseded.</summary>
    Recommendation,

    /// <summary>The conversation's pinned recommendations, or a list of its assessments.</summary>
    Register,

    /// <summary>An answer to one person: a confirmation, a question, a refusal, help, a document.</summary>
    Reply,
}
