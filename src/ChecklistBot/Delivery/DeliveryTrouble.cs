using System.Collections.Concurrent;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Delivery;

/// <summary>What keeps messages waiting patiently, so that nothing else would tell the one who runs the bot: a platform that has taken nothing for a while,
/// and a message that fails again and again where others get through.</summary>
internal sealed class DeliveryTrouble(TimeProvider time)
{
    /// <summary>Tries of uncertain end of one post before the one after which it counts as a case of its own.</summary>
    private const int Many = DeliverySteps.AttemptsAlone - 1;

    /// <summary>Longer than any pause between two tries of uncertain end: whatever failed and was not tried since is nobody's any more.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, long> since = new(StringComparer.Ordinal);
    /// <summary>Shorter than the time in which a post becomes a case of its own: what got through before an outage says nothing of it.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, long> passed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> failing = new(StringComparer.Ordinal);

    /// <summary>Notes how a call ended. A refusal is an answer, too; what the bot itself held back is none, and nothing that anybody could mend.</summary>
    /// <param name="platform">Where.</param>
    /// <param name="step">What was done.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="attempts">Tries of uncertain end of the same message before.</param>
    public void Note(string platform, DeliveryStep step, DeliveryOutcome outcome, int attempts)
    {
        if (outcome.IsHeldBack)
            return;
        if (step == DeliveryStep.Post && attempts >= Many)
            if (outcome is Unknown)
                failing[platform] = time.GetTimestamp();
            else
                failing.TryRemove(platform, out _);
        if (outcome is Wait or Unknown)
        {
            since.TryAdd(platform, time.GetTimestamp());
            return;
        }

        since.TryRemove(platform, out _);
        passed[platform] = time.GetTimestamp();
    }

    /// <summary>Nothing waits for anybody: what there was has been mended, by another copy too.</summary>
    public void IsOver()
    {
        since.Clear();
        failing.Clear();
    }

    /// <summary>The platforms that have taken nothing for so long although they were asked.</summary>
    public IReadOnlyList<string> LongerThan(TimeSpan patience) => Among(since, at => time.GetElapsedTime(at) > patience);

    /// <summary>Whether a platform has lately taken anything.</summary>
    public bool LetsOthersPass(string platform) => passed.TryGetValue(platform, out var at) && time.GetElapsedTime(at) < Lately;

    /// <summary>The platforms where a post has failed again and again.</summary>
    public IReadOnlyList<string> Failing() => Among(failing, at => time.GetElapsedTime(at) < Forgotten);

    private static IReadOnlyList<string> Among(ConcurrentDictionary<string, long> platforms, Func<long, bool> isSo) =>
        [.. platforms.Where(pair => isSo(pair.Value)).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
}
