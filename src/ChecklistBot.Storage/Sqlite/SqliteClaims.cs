using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>Claims of the only copy: kept in memory, since they end with it.</summary>
internal sealed class SqliteClaims
{
    /// <summary>So many waiting messages are looked at first; far more only while all of these are in conversations that are claimed already
    /// or do not count.</summary>
    private const int FirstLook = 256;

    private const int NextLook = 16;

    private readonly Lock gate = new();
    private readonly HashSet<ConversationKey> held = [];

    /// <param name="queueAsync">Reads so many of the first messages that wait, up to one that is all there is to know; claims are taken only after it
    /// has ended well.</param>
    /// <param name="now">Messages that are due by then count.</param>
    /// <param name="limit">At most so many conversations.</param>
    /// <param name="filter">Which conversations count.</param>
    public async Task<DueWork> ClaimAsync(
        Func<int, Func<(ConversationKey Conversation, DateTimeOffset Due), bool>, Task<List<(ConversationKey Conversation, DateTimeOffset Due)>>> queueAsync,
        DateTimeOffset now,
        int limit,
        DueFilter filter)
    {
        for (var look = FirstLook; ; look *= NextLook)
        {
            var coming = new HashSet<ConversationKey>();
            var queue = await queueAsync(look, message => filter.Takes(message.Conversation) && IsAllThereIsToKnow(message.Conversation, message.Due, now, coming));
            var work = Claim(queue, now, limit, filter);
            if (work.Next is not null || queue.Count < look)
                return work;
            // Behind what was looked at there may be more, and nobody knows when it is due.
            if (work.Claimed.Count > 0)
                return work with { Next = now };
        }
    }

    public void Release(ConversationKey key)
    {
        lock (gate)
            held.Remove(key);
    }

    /// <summary>Whether nothing behind a message matters: it is not due yet, and its conversation neither claimed nor about to be, so that it says when to
    /// look again. Notes the conversations that are due.</summary>
    private bool IsAllThereIsToKnow(ConversationKey key, DateTimeOffset due, DateTimeOffset now, HashSet<ConversationKey> coming)
    {
        if (due <= now)
        {
            coming.Add(key);
            return false;
        }

        lock (gate)
            return !held.Contains(key) && !coming.Contains(key);
    }

    private DueWork Claim(List<(ConversationKey Conversation, DateTimeOffset Due)> queue, DateTimeOffset now, int limit, DueFilter filter)
    {
        var claimed = new List<ConversationKey>();
        lock (gate)
        {
            foreach (var (conversation, due) in queue)
            {
                if (held.Contains(conversation) || !filter.Takes(conversation))
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
