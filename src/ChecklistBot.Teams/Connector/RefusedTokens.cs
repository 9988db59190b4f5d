using System.Net;

namespace ChecklistBot.Teams.Connector;

/// <summary>Whether the platform takes the bot's token: one refusal may concern a single conversation, and an old one may have been mended where another copy
/// of the bot has seen it.</summary>
/// <param name="time">Measures how old.</param>
internal sealed class RefusedTokens(TimeProvider time)
{
    private const int InARow = 3;

    /// <summary>Messages that wait are tried once a minute.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromMinutes(3);

    private readonly Lock gate = new();
    private int count;
    private long last;

    /// <summary>Whether the last answers were refusals of it.</summary>
    public bool IsSo
    {
        get
        {
            lock (gate) return count >= InARow && time.GetElapsedTime(last) < Old;
        }
    }

    /// <summary>Notes an answer.</summary>
    public void Note(HttpStatusCode status)
    {
        lock (gate)
        {
            count = status == HttpStatusCode.Unauthorized ? count + 1 : 0;
            last = time.GetTimestamp();
        }
    }
}
