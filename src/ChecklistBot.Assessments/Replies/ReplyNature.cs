namespace ChecklistBot.Assessments.Replies;

/// <summary>Why a reply is given; platforms place them differently.</summary>
public enum ReplyNature
{
    /// <summary>Says what was done; <see cref="Reply.OnCard"/> says how far the card shows it too.</summary>
    Confirmation,

    /// <summary>What was asked for: help, a list, a reason, a document.</summary>
    Content,

    /// <summary>Asks before anything is done.</summary>
    Asked,

    /// <summary>Understood and not done.</summary>
    Refused,

    /// <summary>Not understood.</summary>
    NotUnderstood,
}
