using System.Collections.Concurrent;
using ChecklistBot.Slack.WebApi;

namespace ChecklistBot.Slack.Turns;

/// <summary>Whether the bot can post where a slash command was typed, asked before anything is started there.</summary>
internal sealed class Reach(ISlackApi api, AfterAck work, TimeProvider time)
{
    /// <summary>How long an acknowledgement waits for the answer; after that the post itself will tell.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, long> reached = new(StringComparer.Ordinal);

    public async Task<PostingRoute> OfAsync(string channel, CancellationToken cancellationToken)
    {
        if (reached.TryGetValue(channel, out var asked) && time.GetElapsedTime(asked) < Fresh)
            return PostingRoute.Post;
        var reply = await api.GetConversationAsync(channel, work.Stopping).OrNothingAsync(Patience, time, cancellationToken);
        var route = reply is null ? PostingRoute.Post : PostingDecision.For(channel, reply);
        // Only good news is remembered: after an invitation the next command must work at once.
        if (reply?.IsDone == true && route == PostingRoute.Post)
            Remember(channel);
        return route;
    }

    /// <summary>The bot was heard or invited there.</summary>
    public void Remember(string channel)
    {
        if (reached.Count >= Most)
            reached.Clear();
        reached[channel] = time.GetTimestamp();
    }

    /// <summary>The bot could not post there after all.</summary>
    public void Forget(string channel) => reached.TryRemove(channel, out _);
}
