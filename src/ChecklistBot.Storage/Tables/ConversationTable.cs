using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>Conversations, and the three numbers that each of them counts up.</summary>
internal static class ConversationTable
{
    /// <summary>How exactly <c>last_seen</c> is kept: the row is not written anew for every turn.</summary>
    private static readonly TimeSpan SeenWithin = TimeSpan.FromDays(1);

    private const string Find = """
        SELECT kind, address, last_seen FROM conversations WHERE tenant = @tenant AND conversation = @conversation
        """;

    // A turn without an address (the web room has none) must not take away the one that is known.
    private const string Save = """
        INSERT INTO conversations (tenant, conversation, kind, address, last_assessment, last_message, changes, first_seen, last_seen)
        VALUES (@tenant, @conversation, @kind, @address, 0, 0, 0, @now, @now)
        ON CONFLICT (tenant, conversation) DO UPDATE SET
            kind = excluded.kind, address = COALESCE(excluded.address, conversations.address), last_seen = excluded.last_seen
        """;

    private const string Lock = "SELECT 1 FROM conversations WHERE tenant = @tenant AND conversation = @conversation";

    private const string TakeAssessment = """
        UPDATE conversations SET last_assessment = last_assessment + 1
        WHERE tenant = @tenant AND conversation = @conversation RETURNING last_assessment
        """;

    private const string TakeMessage = """
        UPDATE conversations SET last_message = last_message + 1
        WHERE tenant = @tenant AND conversation = @conversation RETURNING last_message
        """;

    private const string TakeChanges = """
        UPDATE conversations SET changes = changes + @count
        WHERE tenant = @tenant AND conversation = @conversation RETURNING changes
        """;

    /// <param name="session">The connection.</param>
    /// <param name="key">The conversation.</param>
    /// <param name="locks">Whether something in it is about to be changed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<Deferred<KnownConversation>> FindAsync(Session session, ConversationKey key, bool locks, CancellationToken cancellationToken) =>
        session.Sql(locks ? Find + session.Dialect.ForUpdate : Find).WithTenant(key).With("@conversation", key.Id).FirstLaterAsync(
            row => new KnownConversation(new ConversationReference(key, StoredWords.ToKind(row.GetString(0)), Thread: null, row.Text(1)), row.Moment(2)),
            cancellationToken);

    /// <summary>Writes what is not known yet.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="known">What <see cref="FindAsync"/> found in this transaction, with its lock.</param>
    /// <param name="conversation">As it is now.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task SaveAsync(
        Session session,
        KnownConversation? known,
        ConversationReference conversation,
        DateTimeOffset now,
        CancellationToken cancellationToken) =>
        known is { Conversation: var before, LastSeen: var seen } && before.Kind == conversation.Kind
            && (conversation.Address is null || conversation.Address == before.Address) && now < seen + SeenWithin
            ? Task.CompletedTask
            : WriteAsync(session, conversation, now, cancellationToken);

    private static Task WriteAsync(Session session, ConversationReference conversation, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.Sql(Save)
            .WithTenant(conversation.Key)
            .With("@conversation", conversation.Key.Id)
            .With("@kind", StoredWords.Of(conversation.Kind))
            .With("@address", conversation.Address)
            .With("@now", now)
            .LaterAsync(cancellationToken);

    /// <summary>Whoever changes messages of a conversation holds its row first: in any other order two turns could wait for each other for ever.</summary>
    public static Task LockAsync(Session session, ConversationKey key, CancellationToken cancellationToken) =>
        session.Dialect.ForUpdate.Length == 0
            ? Task.CompletedTask
            : session.Sql(Lock + session.Dialect.ForUpdate)
                .WithTenant(key)
                .With("@conversation", key.Id)
                .LaterAsync(cancellationToken);

    public static async Task<int> TakeAssessmentNumberAsync(Session session, ConversationKey key, CancellationToken cancellationToken) =>
        checked((int)await TakeAsync(session.Sql(TakeAssessment), key, cancellationToken));

    public static Task<long> TakeMessageNumberAsync(Session session, ConversationKey key, CancellationToken cancellationToken) =>
        TakeAsync(session.Sql(TakeMessage), key, cancellationToken);

    /// <summary>Takes so many places in the conversation's stream of changes; returns the last of them.</summary>
    public static Task<long> TakeChangesAsync(Session session, ConversationKey key, int count, CancellationToken cancellationToken) =>
        TakeAsync(session.Sql(TakeChanges).With("@count", count), key, cancellationToken);

    private static async Task<long> TakeAsync(Statement statement, ConversationKey key, CancellationToken cancellationToken) =>
        await statement.WithTenant(key).With("@conversation", key.Id).NumberAsync(cancellationToken)
        ?? throw new InvalidOperationException("The conversation must be saved before anything in it.");
}
