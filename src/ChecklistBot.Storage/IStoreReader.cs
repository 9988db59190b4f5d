using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Records;

namespace ChecklistBot.Storage;

/// <summary>Questions to the store. Every one is answered through a key or an index, whatever the size of the tables.</summary>
public interface IStoreReader
{
    /// <summary>The conversation as last seen; null when it never spoke to the bot.</summary>
    Task<ConversationReference?> FindConversationAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>An assessment by id within a tenant (platform and tenant of <paramref name="key"/>), only when it belongs to that conversation; null otherwise.</summary>
    Task<StoredAssessment?> FindAssessmentAsync(ConversationKey key, AssessmentId id, CancellationToken cancellationToken);

    /// <summary>Whether an id exists in the tenant in another conversation: so that a stray action gets a plain answer.</summary>
    Task<bool> IsElsewhereAsync(ConversationKey key, AssessmentId id, CancellationToken cancellationToken);

    /// <summary>Assessments of a conversation, newest number first.</summary>
    Task<IReadOnlyList<AssessmentSummary>> ListAsync(ConversationKey key, AssessmentQuery query, CancellationToken cancellationToken);

    /// <summary>How many assessments of a conversation <see cref="ListAsync"/> would give page after page: neither where the query's page begins nor its limit counts.</summary>
    Task<int> CountAsync(ConversationKey key, AssessmentQuery query, CancellationToken cancellationToken);

    /// <summary>The whole history of an assessment, oldest first.</summary>
    Task<IReadOnlyList<RecordedEvent>> EventsAsync(ConversationKey key, AssessmentId id, CancellationToken cancellationToken);

    /// <summary>The present names of people of a tenant; forgotten ones are missing.</summary>
    Task<Names> NamesAsync(ConversationKey key, IReadOnlyCollection<int> people, CancellationToken cancellationToken);

    /// <summary>The person's number when the tenant knows them; null otherwise.</summary>
    Task<int?> FindPersonAsync(ConversationKey key, string platformId, CancellationToken cancellationToken);

    /// <summary>Messages of a conversation in order of number: the newest <paramref name="limit"/> of those changed after <paramref name="changedAfter"/>.</summary>
    Task<IReadOnlyList<Message>> MessagesAsync(ConversationKey key, long changedAfter, int limit, CancellationToken cancellationToken);

    /// <summary>All messages of an assessment, oldest first.</summary>
    Task<IReadOnlyList<Message>> MessagesOfAsync(ConversationKey key, AssessmentId id, CancellationToken cancellationToken);

    /// <summary>The assessment of which a message of the conversation has this id on its platform; null for none.</summary>
    Task<AssessmentId?> FindOwnerAsync(ConversationKey key, string platformId, CancellationToken cancellationToken);

    /// <summary>The moment at which the next message falls due; null when nothing is pending.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>A conversation's pending messages in order of number, due or not.</summary>
    Task<IReadOnlyList<Message>> PendingAsync(ConversationKey key, CancellationToken cancellationToken);
}
