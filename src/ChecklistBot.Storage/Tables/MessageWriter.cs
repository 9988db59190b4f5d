using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>What messages should show, and how far that has come.</summary>
internal static class MessageWriter
{
    // A lost message stays lost. One that was refused is tried again: its new content may be one that the platform takes.
    private const string Raise = $"""
        UPDATE messages SET
            content = @content, kind = @kind, revision = @revision, copy = @copy,
            wanted_version = wanted_version + 1,
            delivered_version = CASE WHEN @shown = 1 THEN wanted_version + 1 ELSE delivered_version END,
            due = {MessageClock.NextDue},
            attempts = CASE WHEN state = '{StoredWords.Pending}' THEN attempts ELSE 0 END,
            state = CASE WHEN state = '{StoredWords.Lost}' THEN state WHEN @shown = 1 THEN '{StoredWords.Delivered}' ELSE '{StoredWords.Pending}' END,
            changed = @changed
        WHERE tenant = @tenant AND assessment = @assessment AND slot = @slot AND conversation = @conversation
        RETURNING number, state, due
        """;

    // The same for one that waits already, as most do while people answer, without what stands in indexes: see Dialect.RewritesIndexes.
    private const string RaiseWaiting = $"""
        UPDATE messages SET
            content = @content, kind = @kind, revision = @revision, copy = @copy,
            wanted_version = wanted_version + 1,
            changed = @changed
        WHERE tenant = @tenant AND assessment = @assessment AND slot = @slot AND conversation = @conversation AND state = '{StoredWords.Pending}'
        RETURNING number, state, due
        """;

    private const string Add = """
        INSERT INTO messages (
            tenant, conversation, number, assessment, slot, thread, content, kind, revision, copy, person, broadcast, shown, created_at,
            wanted_version, delivered_version, want_pinned, delivered_pinned, state, attempts, repeats, due, changed)
        VALUES (
            @tenant, @conversation, @number, @assessment, @slot, @thread, @content, @kind, @revision, @copy, @person, @broadcast, @shown, @now,
            1, @shown, 0, 0, @state, 0, 0, @now, @changed)
        """;

    private const string Pin = $"""
        UPDATE messages SET
            want_pinned = @pinned,
            due = {MessageClock.NextDue},
            attempts = CASE WHEN state = '{StoredWords.Pending}' THEN attempts ELSE 0 END,
            state = CASE
                WHEN state = '{StoredWords.Lost}' THEN state
                WHEN wanted_version > delivered_version OR delivered_pinned <> @pinned THEN '{StoredWords.Pending}'
                ELSE '{StoredWords.Delivered}' END
        WHERE tenant = @tenant AND assessment = @assessment AND slot = @slot AND conversation = @conversation
        RETURNING state, due
        """;

    private const string Before = """
        SELECT wanted_version, want_pinned, delivered_pinned, state, link, note, changed
        FROM messages WHERE tenant = @tenant AND conversation = @conversation AND number = @number
        """;

    private const string Deliver = """
        UPDATE messages SET
            delivered_version = @delivered_version, delivered_pinned = @delivered_pinned, state = @state, platform_id = @platform_id,
            link = @link, note = @note, attempts = @attempts, repeats = @repeats, due = @due, sent_at = @sent_at, changed = @changed
        WHERE tenant = @tenant AND conversation = @conversation AND number = @number
        """;

    /// <summary>Returns the message's number and, where it now waits for the platform, when it is due.</summary>
    public static async Task<(long Number, DateTimeOffset? Due)> WantAsync(
        Session session,
        ConversationKey key,
        WantedMessage message,
        bool isFollowed,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var change = isFollowed ? await ConversationTable.TakeChangesAsync(session, key, 1, cancellationToken) : 0;
        if (message is { Assessment: { } assessment, Slot: { } slot })
        {
            var raised = message.AlreadyShown || !session.Dialect.RewritesIndexes ? default : await RaiseAsync(Content(session.Sql(RaiseWaiting), message, change));
            if (raised.Number == 0)
                raised = await RaiseAsync(Content(session.Sql(Raise), message, change).With("@shown", message.AlreadyShown).With("@now", now));
            if (raised.Number > 0)
                return raised;

            Task<(long Number, DateTimeOffset? Due)> RaiseAsync(Statement statement) => statement
                .WithTenant(key)
                .With("@assessment", assessment)
                .With("@slot", slot)
                .With("@conversation", key.Id)
                .FirstAsync(static row => (Number: row.GetInt64(0), Due: DueIfPending(row, 1)), cancellationToken);
        }

        var number = await ConversationTable.TakeMessageNumberAsync(session, key, cancellationToken);
        await Content(session.Sql(Add), message, change)
            .With("@shown", message.AlreadyShown)
            .With("@now", now)
            .With("@person", message.Person)
            .WithTenant(key)
            .With("@conversation", key.Id)
            .With("@number", number)
            .With("@assessment", message.Assessment)
            .With("@slot", message.Slot)
            .With("@thread", message.Thread)
            .With("@broadcast", message.Broadcast)
            .With("@state", message.AlreadyShown ? StoredWords.Delivered : StoredWords.Pending)
            .LaterAsync(cancellationToken);
        return (number, message.AlreadyShown ? null : now);
    }

    /// <summary>Returns when the message is due, where it now waits for the platform.</summary>
    public static async Task<DateTimeOffset?> WantPinAsync(
        Session session,
        ConversationKey key,
        AssessmentId id,
        string slot,
        bool pinned,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await ConversationTable.LockAsync(session, key, cancellationToken);
        var (isKnown, due) = await session.Sql(Pin)
            .With("@pinned", pinned)
            .With("@now", now)
            .WithTenant(key)
            .With("@assessment", id)
            .With("@slot", slot)
            .With("@conversation", key.Id)
            .FirstAsync(static row => (IsKnown: true, Due: DueIfPending(row, 0)), cancellationToken);
        return isKnown ? due : throw new InvalidOperationException($"There is no message in the slot \"{slot}\" to pin.");
    }

    /// <summary>Returns when the message is due, where it waits for the platform again, and whether those who follow the conversation see a difference.</summary>
    public static async Task<(DateTimeOffset? Due, bool IsChanged)> SaveDeliveryAsync(
        Session session,
        ConversationKey key,
        long number,
        DeliveryUpdate update,
        bool isFollowed,
        CancellationToken cancellationToken)
    {
        await ConversationTable.LockAsync(session, key, cancellationToken);
        var before = await session.Sql(Before)
            .WithTenant(key)
            .With("@conversation", key.Id)
            .With("@number", number)
            .FirstAsync(DeliveredBefore.Read, cancellationToken)
            ?? throw new InvalidOperationException($"There is no message {number} to deliver.");

        var state = before.StateAfter(update);
        var isChanged = isFollowed && before.ShowsOtherwise(update, state);
        var changed = isChanged
            ? await ConversationTable.TakeChangesAsync(session, key, 1, cancellationToken)
            : before.Changed;
        await session.Sql(Deliver)
            .With("@delivered_version", update.DeliveredVersion)
            .With("@delivered_pinned", StoredWords.Of(update.DeliveredPinned))
            .With("@state", StoredWords.Of(state))
            .With("@platform_id", update.PlatformId)
            .With("@link", update.Link)
            .With("@note", update.Note)
            .With("@attempts", update.Attempts)
            .With("@repeats", update.Repeats)
            .With("@due", update.Due)
            .With("@sent_at", update.SentAt)
            .With("@changed", changed)
            .WithTenant(key)
            .With("@conversation", key.Id)
            .With("@number", number)
            .LaterAsync(cancellationToken);
        return (state == MessageState.Pending ? update.Due : null, isChanged);
    }

    /// <param name="row">The message's state, and when it is due.</param>
    /// <param name="state">Where the state stands.</param>
    private static DateTimeOffset? DueIfPending(Row row, int state) => row.GetString(state) == StoredWords.Pending ? row.Moment(state + 1) : null;

    private static Statement Content(Statement statement, WantedMessage message, long change)
    {
        var (kind, revision, copy) = StoredWords.Of(message.Content);
        return statement
            .WithJson("@content", message.Content, AssessmentsJson.Default.MessageContent)
            .With("@kind", kind)
            .With("@revision", revision)
            .With("@copy", copy)
            .With("@changed", change);
    }
}
