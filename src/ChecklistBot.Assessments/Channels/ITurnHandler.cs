using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Assessments.Channels;

/// <summary>The one door from the platforms inwards.</summary>
public interface ITurnHandler
{
    /// <summary>Handles a turn in a transaction of its own and answers after the commit.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was kept: the platform must answer so that the sender tries again.</exception>
    ValueTask<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellationToken);

    /// <summary>The form behind <c>Answer all</c>; null when the action names no open assessment of this conversation.</summary>
    ValueTask<AnswerForm?> OpenFormAsync(ConversationReference conversation, PersonReference person, string action, CancellationToken cancellationToken);
}
