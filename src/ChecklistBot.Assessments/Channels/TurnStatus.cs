namespace ChecklistBot.Assessments.Channels;

/// <summary>How a turn ended.</summary>
public enum TurnStatus
{
    /// <summary>Carried out, or it changed nothing because it already was so.</summary>
    Done,

    /// <summary>The bot asks something before it acts.</summary>
    Asked,

    /// <summary>Understood and refused, with the reason in the reply.</summary>
    Refused,

    /// <summary>Not understood: an unknown word, or an action that no card of this conversation carries.</summary>
    NotUnderstood,
}
