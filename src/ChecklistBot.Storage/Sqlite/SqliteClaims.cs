using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Tables;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>Claims of the only copy: kept in memory, since they end with it.</summary>
internal sealed class SqliteClaims
{
    /// <summary>So many waiting messages are looked at first; far more only while all of these are in conversations that are claimed already.</summary>
    private const int FirstLook = 256;

    private const int NextLook = 16;

    private readonly Lock gate = new();
    private readonly HashSet<ConversationKey> held = [];

    public async Task<DueWork> ClaimAsync(Session session, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        for (var look = FirstLook; ; look *= NextLook)
        {
            var queue = await MessageTable.QueueAsync(session, look, cancellationToken);
            var work = Claim(queue, now, limit);
            if (work.Next is not null || work.Claimed.Count > 0 || queue.Count < look)
                return work;
        }
    }

    public void Release(ConversationKey key)
    {
        lock (gate)
            held.Remove(key);
    }

    private DueWork Claim(List<(ConversationKey Conversation, DateTimeOffset Due)> queue, DateTimeOffset now, int limit)
    {
        var claimed = new List<ConversationKey>();
        lock (gate)
        {
            foreach (var (conversation, due) in queue)
            {
                if (held.Contains(conversation))
                    continue;
                if (due > now || claimed.Count == limit)
                    return new DueWork(claimed, due);
                held.Add(conversation);
                claimed.Add(conversation);
            }
        }

        return new DueWork(claimed, null);
    }
}
