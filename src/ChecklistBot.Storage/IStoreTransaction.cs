using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Storage;

/// <summary>What a turn may change, all of it or nothing.</summary>
public interface IStoreTransaction : IStoreReader
{
    /// <summary>Nobody else changes the conversation, or anything in it, from the next question on until the end of the transaction.</summary>
    Task HoldAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>Holds the conversation, and says what is going to be asked: where the database is a network away, the answers come together with the next one.</summary>
    Task ForeseeAsync(ConversationKey key, Foresight foresight, CancellationToken cancellationToken);

    /// <summary>Keeps the conversation and its newest address; thread is not part of it.</summary>
    Task SaveConversationAsync(ConversationReference conversation, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The next assessment number of the conversation, from 1; each call takes one.</summary>
    Task<int> TakeAssessmentNumberAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>The person's number within the tenant, from 1; a new person gets the next, a known one the present name.</summary>
    Task<int> SavePersonAsync(ConversationKey key, PersonReference person, CancellationToken cancellationToken);

    /// <summary>Removes the person's row: name and platform id are gone, the number stays in old events. Returns the conversations of the tenant in which
    /// messages show that person, with the messages set to be drawn again.</summary>
    Task<ForgottenPerson> ForgetPersonAsync(ConversationKey key, int person, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Appends events and writes the state after them.</summary>
    /// <exception cref="StaleAssessmentException">Somebody else appended after <paramref name="before"/> was read: the turn must be decided again.</exception>
    Task AppendAsync(
        ConversationKey key,
        Assessment? before,
        Assessment after,
        IReadOnlyList<RecordedEvent> events,
        CancellationToken cancellationToken);

    /// <summary>The answer given to a dedupe key (its hash) before; null when the key is new or expired.</summary>
    Task<string?> FindSeenAsync(ConversationKey key, string dedupeKey, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Claims a dedupe key with the answer to repeat.</summary>
    Task ClaimSeenAsync(ConversationKey key, string dedupeKey, string answer, DateTimeOffset now, DateTimeOffset expires, CancellationToken cancellationToken);

    /// <summary>Adds a message to deliver, or raises the wanted version of the one in the same slot. Returns its number in the conversation.</summary>
    Task<long> WantMessageAsync(ConversationKey key, WantedMessage message, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Sets whether the message in a slot should be pinned; pending until the platform has answered.</summary>
    Task WantPinAsync(ConversationKey key, Assessments.AssessmentId id, string slot, bool pinned, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Writes how a delivery went.</summary>
    Task SaveDeliveryAsync(ConversationKey key, long number, DeliveryUpdate update, CancellationToken cancellationToken);
}
