namespace ChecklistBot.Assessments.Channels;

/// <summary>The one door outwards: how the delivery loop reaches a platform. Calls for one conversation never overlap.</summary>
public interface IChannel
{
    /// <summary><c>teams</c>, <c>slack</c> or <c>web</c>.</summary>
    string Platform { get; }

    /// <summary>Whether a delivery never leaves the process, so that its outcome is always known.</summary>
    bool IsLocal => false;

    /// <summary>The shortest time between two edits of one message; several changes in between become one edit.</summary>
    TimeSpan EditInterval => TimeSpan.FromSeconds(1.5);

    /// <summary>Posts a new message.</summary>
    Task<DeliveryOutcome> PostAsync(ConversationReference conversation, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Replaces a message's content.</summary>
    Task<DeliveryOutcome> EditAsync(ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Pins a message as far as the platform lets a bot; the outcome's note says plainly what happened.</summary>
    Task<DeliveryOutcome> PinAsync(ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Undoes <see cref="PinAsync"/>.</summary>
    Task<DeliveryOutcome> UnpinAsync(ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken);
}
