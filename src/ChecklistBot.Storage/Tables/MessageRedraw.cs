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
        FROM participants AS p JOIN messages AS m ON m.tenant = p.tenant AND m.assessment = p.assessment
        WHERE p.tenant = @tenant AND p.person = @person AND m.kind <> '{StoredWords.Notice}'
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

    /// <summary>Returns what was touched, whether any of it now waits for the platform, and where it is.</summary>
    public static async Task<(ForgottenPerson Forgotten, bool Pending, IReadOnlyCollection<ConversationKey> Redrawn)> OfPersonAsync(
        Session session,
        ConversationKey key,
        int person,
        bool isFollowed,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var tenant = key.TenantOf();
        var showing = await session.Sql(Showing).With("@tenant", tenant).With("@person", person).ListAsync(
            static row => new Place(row.GetString(0), row.GetInt64(1), row.GetString(2), row.Flag(3)),
            cancellationToken);
        var editable = showing.Where(place => place.CanBeDrawn).ToList();

        var redrawn = new List<ConversationKey>();
        foreach (var conversation in editable.GroupBy(place => place.Conversation))
        {
            var places = conversation.ToList();
            var own = key with { Id = conversation.Key };
            redrawn.Add(own);
            if (!isFollowed)
                await ConversationTable.LockAsync(session, own, cancellationToken);
            var last = isFollowed ? await ConversationTable.TakeChangesAsync(session, own, places.Count, cancellationToken) : 0;
            // Each message has its own place in the stream of changes, so that whoever reads on from any of them misses none.
            for (var i = 0; i < places.Count; i++)
                await session.Sql(Redraw)
                    .With("@now", now)
                    .With("@changed", isFollowed ? last - places.Count + 1 + i : 0)
                    .With("@tenant", tenant)
                    .With("@conversation", places[i].Conversation)
                    .With("@number", places[i].Number)
                    .LaterAsync(cancellationToken);
        }

        return (new ForgottenPerson(editable.Count, showing.Count - editable.Count), editable.Exists(place => !place.Shown), redrawn);
    }

    private sealed record Place(string Conversation, long Number, string State, bool Shown)
    {
        public bool CanBeDrawn => State is not (StoredWords.Lost or StoredWords.Refused);
    }
}
