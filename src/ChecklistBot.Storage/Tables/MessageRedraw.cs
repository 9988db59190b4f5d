using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>Has every message that shows a person drawn again, once their name is gone.</summary>
internal static class MessageRedraw
{
    // Notices hold no names, so only those addressed to the person themselves can show theirs.
    private const string Showing = $"""
        SELECT conversation, number, state, shown FROM messages WHERE tenant = @tenant AND person = @person
        UNION
        SELECT m.conversation, m.number, m.state, m.shown
        FROM events AS e JOIN messages AS m ON m.tenant = e.tenant AND m.assessment = e.assessment
        WHERE e.tenant = @tenant AND e.person = @person AND m.kind <> '{StoredWords.Notice}'
        ORDER BY conversation, number
        """;

    private const string Redraw = $"""
        UPDATE messages SET
            wanted_version = wanted_version + 1,
            delivered_version = CASE WHEN shown = 1 THEN wanted_version + 1 ELSE delivered_version END,
            due = {MessageClock.NextDue},
            attempts = CASE WHEN state = '{StoredWords.Pending}' THEN attempts ELSE 0 END,
            state = CASE WHEN shown = 1 THEN state ELSE '{StoredWords.Pending}' END,
            changed = @changed
        WHERE tenant = @tenant AND conversation = @conversation AND number = @number
        """;

    /// <summary>Returns what was touched, and whether any of it now waits for the platform.</summary>
    public static async Task<(ForgottenPerson Forgotten, bool Pending)> OfPersonAsync(
        Session session,
        ConversationKey key,
        int person,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var tenant = key.TenantOf();
        var showing = await session.Sql(Showing).With("@tenant", tenant).With("@person", person).ListAsync(
            static row => new Place(row.GetString(0), row.GetInt64(1), row.GetString(2), row.Flag(3)),
            cancellationToken);
        var editable = showing.Where(place => place.CanBeDrawn).ToList();

        foreach (var conversation in editable.GroupBy(place => place.Conversation))
        {
            var places = conversation.ToList();
            var last = await ConversationTable.TakeChangesAsync(
                session, key with { Id = conversation.Key }, places.Count, cancellationToken);
            // Each message has its own place in the stream of changes, so that whoever reads on from any of them misses none.
            for (var i = 0; i < places.Count; i++)
                await session.Sql(Redraw)
                    .With("@now", now)
                    .With("@changed", last - places.Count + 1 + i)
                    .With("@tenant", tenant)
                    .With("@conversation", places[i].Conversation)
                    .With("@number", places[i].Number)
                    .ExecuteAsync(cancellationToken);
        }

        return (new ForgottenPerson(editable.Count, showing.Count - editable.Count), editable.Exists(place => !place.Shown));
    }

    private sealed record Place(string Conversation, long Number, string State, bool Shown)
    {
        public bool CanBeDrawn => State is not (StoredWords.Lost or StoredWords.Refused);
    }
}
