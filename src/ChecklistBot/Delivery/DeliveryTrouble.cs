using System.Collections.Concurrent;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Delivery;

/// <summary>Since when a platform has taken nothing: its messages wait patiently, so nothing else would tell the one who runs the bot.</summary>
internal sealed class DeliveryTrouble(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> since = new(StringComparer.Ordinal);

    /// <summary>Notes how a call ended. A refusal is an answer, too; what the bot itself held back is none, and nothing that anybody could mend.</summary>
    public void Note(string platform, DeliveryOutcome outcome)
    {
        if (outcome.IsHeldBack)
            return;
        if (outcome is Wait or Unknown)
            since.TryAdd(platform, time.GetTimestamp());
        else
            since.TryRemove(platform, out _);
    }

    /// <summary>The platforms that have taken nothing for so long although they were asked.</summary>
    public IReadOnlyList<string> LongerThan(TimeSpan patience) =>
        [.. since.Where(pair => time.GetElapsedTime(pair.Value) > patience).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
}
