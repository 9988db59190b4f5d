using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>Questions about messages.</summary>
internal static class MessageTable
{
    private const string Newest = $"""
        SELECT {MessageRow.Columns} FROM messages
        WHERE tenant = @tenant AND conversation = @conversation ORDER BY number DESC LIMIT @limit
        """;

    private const string NewestChanged = $"""
        SELECT {MessageRow.Columns} FROM messages
        WHERE tenant = @tenant AND conversation = @conversation AND changed > @changed AND changed > 0 ORDER BY number DESC LIMIT @limit
        """;

    private const string OfAssessment = $"""
        SELECT {MessageRow.Columns} FROM messages
        WHERE tenant = @tenant AND assessment = @assessment AND conversation = @conversation ORDER BY number
        """;

    // A conversation's messages are looked through: nobody asks but who types in a thread that no assessment was started in.
    private const string Owner = """
        SELECT assessment FROM messages
        WHERE tenant = @tenant AND conversation = @conversation AND platform_id = @id AND assessment IS NOT NULL ORDER BY number DESC LIMIT 1
        """;

    private const string Pending = $"""
        SELECT {MessageRow.Columns} FROM messages
        WHERE tenant = @tenant AND conversation = @conversation AND state = '{StoredWords.Pending}' ORDER BY number
        """;

    private const string Queue = $"""
        SELECT tenant, conversation, due FROM messages
        WHERE state = '{StoredWords.Pending}' ORDER BY due, tenant, conversation LIMIT @limit
        """;

    private const string NextDue = $"SELECT MIN(due) FROM messages WHERE state = '{StoredWords.Pending}'";

    public static async Task<IReadOnlyList<Message>> NewestAsync(
        Session session,
        ConversationKey key,
        long changedAfter,
        int limit,
        CancellationToken cancellationToken)
    {
        // The whole page is read down the primary key, the changes since a moment through the index on changes.
        var statement = session.Sql(changedAfter > 0 ? NewestChanged : Newest)
            .WithTenant(key)
            .With("@conversation", key.Id);
        if (changedAfter > 0)
            statement.With("@changed", changedAfter);
        var newestFirst = await statement.With("@limit", Math.Max(0, limit)).ListAsync(MessageRow.Read, cancellationToken);
        newestFirst.Reverse();
        return newestFirst;
    }

    public static Task<Deferred<List<Message>>> OfAssessmentAsync(
        Session session,
        ConversationKey key,
        AssessmentId id,
        CancellationToken cancellationToken) =>
        session.Sql(OfAssessment)
            .WithTenant(key)
            .With("@assessment", id)
            .With("@conversation", key.Id)
            .ListLaterAsync(MessageRow.Read, cancellationToken);

    public static async Task<AssessmentId?> OwnerAsync(Session session, ConversationKey key, string platformId, CancellationToken cancellationToken)
    {
        var owner = await session.Sql(Owner)
            .WithTenant(key)
            .With("@conversation", key.Id)
            .With("@id", platformId)
            .FirstAsync(static row => row.GetString(0), cancellationToken);
        return owner is null ? null
            : AssessmentId.TryParse(owner, out var id) ? id
            : throw new InvalidDataException("A message names an assessment by something else than an id.");
    }

    public static async Task<IReadOnlyList<Message>> PendingAsync(
        Session session,
        ConversationKey key,
        CancellationToken cancellationToken) =>
        await session.Sql(Pending)
            .WithTenant(key)
            .With("@conversation", key.Id)
            .ListAsync(MessageRow.Read, cancellationToken);

    /// <summary>The first messages of all that wait, in order of time, up to and with the first for which <paramref name="isLast"/> holds.</summary>
    public static Task<List<(ConversationKey Conversation, DateTimeOffset Due)>> QueueAsync(
        Session session,
        int limit,
        Func<(ConversationKey Conversation, DateTimeOffset Due), bool> isLast,
        CancellationToken cancellationToken) =>
        session.Sql(Queue).With("@limit", limit).ListAsync(
            static row => (Conversation: TenantText.Conversation(row.GetString(0), row.GetString(1)), Due: row.Moment(2)),
            isLast,
            cancellationToken);

    public static async Task<DateTimeOffset?> NextDueAsync(Session session, CancellationToken cancellationToken) =>
        await session.Sql(NextDue).NumberAsync(cancellationToken) is { } due ? Moments.Read(due) : null;
}
