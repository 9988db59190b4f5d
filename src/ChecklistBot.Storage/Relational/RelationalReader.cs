using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage.Tables;

namespace ChecklistBot.Storage.Relational;

/// <summary>Hands each question to its table.</summary>
internal class RelationalReader(Session session, KnownStates states) : IStoreReader
{
    private protected Session Session { get; } = session;

    private protected KnownStates States { get; } = states;

    public virtual async Task<ConversationReference?> FindConversationAsync(ConversationKey key, CancellationToken cancellationToken) =>
        (await (await ConversationTable.FindAsync(Session, key, locks: false, cancellationToken)).GetAsync(cancellationToken))?.Conversation;

    public virtual async Task<StoredAssessment?> FindAssessmentAsync(ConversationKey key, AssessmentId id, CancellationToken cancellationToken)
    {
        var asked = await AssessmentTable.AskAsync(Session, key, id, States.Find(key, id), locks: false, cancellationToken);
        var found = await AssessmentTable.ReadAsync(Session, key, id, asked, cancellationToken);
        if (found is not null)
            States.Keep(key, found.State);
        return found;
    }

    public Task<bool> IsElsewhereAsync(ConversationKey key, AssessmentId id, CancellationToken cancellationToken) =>
        AssessmentTable.IsElsewhereAsync(Session, key, id, cancellationToken);

    public Task<IReadOnlyList<AssessmentSummary>> ListAsync(ConversationKey key, AssessmentQuery query, CancellationToken cancellationToken) =>
        AssessmentList.ReadAsync(Session, key, query, cancellationToken);

    public Task<int> CountAsync(ConversationKey key, AssessmentQuery query, CancellationToken cancellationToken) =>
        AssessmentList.CountAsync(Session, key, query, cancellationToken);

    public Task<IReadOnlyList<RecordedEvent>> EventsAsync(ConversationKey key, AssessmentId id, CancellationToken cancellationToken) =>
        EventTable.ReadAsync(Session, key, id, cancellationToken);

    public Task<Names> NamesAsync(ConversationKey key, IReadOnlyCollection<int> people, CancellationToken cancellationToken) =>
        PeopleTable.NamesAsync(Session, key, people, cancellationToken);

    public Task<int?> FindPersonAsync(ConversationKey key, string platformId, CancellationToken cancellationToken) =>
        PeopleTable.FindAsync(Session, key, platformId, cancellationToken);

    public Task<IReadOnlyList<Message>> MessagesAsync(ConversationKey key, long changedAfter, int limit, CancellationToken cancellationToken) =>
        MessageTable.NewestAsync(Session, key, changedAfter, limit, cancellationToken);

    public virtual async Task<IReadOnlyList<Message>> MessagesOfAsync(ConversationKey key, AssessmentId id, CancellationToken cancellationToken) =>
        await (await MessageTable.OfAssessmentAsync(Session, key, id, cancellationToken)).GetAsync(cancellationToken) ?? [];

    public Task<AssessmentId?> FindOwnerAsync(ConversationKey key, string platformId, CancellationToken cancellationToken) =>
        MessageTable.OwnerAsync(Session, key, platformId, cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => MessageTable.NextDueAsync(Session, cancellationToken);

    public Task<IReadOnlyList<Message>> PendingAsync(ConversationKey key, CancellationToken cancellationToken) =>
        MessageTable.PendingAsync(Session, key, cancellationToken);
}
