using ChecklistBot.Slack.WebApi;

namespace ChecklistBot.Slack.Turns;

/// <summary>Calls again what may be repeated freely, because a rare second copy does no harm there.</summary>
internal static class Patiently
{
    private const int Attempts = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>A timer may go off a little before its time, and a wait of less than a millisecond is none: the same answer would use up every attempt
    /// at once.</summary>
    private static readonly TimeSpan Surely = TimeSpan.FromMilliseconds(20);

    /// <summary>The first answer that is definite, or the third.</summary>
    public static async Task<SlackReply<T>> CallAsync<T>(Func<Task<SlackReply<T>>> call, TimeProvider time, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var reply = await call();
            if (reply.Kind is SlackReplyKind.Done or SlackReplyKind.Refused || attempt == Attempts || reply.After > LongestWait)
                return reply;
            await Task.Delay(reply.After > TimeSpan.Zero ? reply.After + Surely : TimeSpan.FromSeconds(attempt), time, cancellationToken);
        }
    }
}
