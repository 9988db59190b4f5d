using System.Collections.Concurrent;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Protocol;

namespace ChecklistBot.Slack.Turns;

/// <summary>
/// Where a card could not be posted, the bot has no voice in the conversation; but whoever typed the command there, or mentioned
/// the bot, can still be answered for 30 minutes. So they hear why, instead of nothing.
/// </summary>
internal sealed class RefusalNotices(PrivateReplies replies, Reach reach, AfterAck after, TimeProvider time)
{
    private static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(30);
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (TextReceived Command, long Heard)> typists = new(StringComparer.Ordinal);

    public void Remember(TextReceived command)
    {
        // In a direct message there is no other way to the person than the one that was refused.
        if (command is { ResponseUrl: null, Place.IsDirect: true })
            return;
        if (typists.Count >= Most)
            typists.Clear();
        typists[command.Place.Channel] = (command, time.GetTimestamp());
    }

    /// <summary>Tells the last typist of the channel, once.</summary>
    public void Tell(string channel, string sentence)
    {
        reach.Forget(channel);
        if (!typists.TryRemove(channel, out var typist) || time.GetElapsedTime(typist.Heard) >= AddressLife)
            return;
        var command = typist.Command;
        after.Run(stop => replies.SendAsync(
            command.Place, command.Person.UserId, command.ResponseUrl, replaces: false, [SmallMessages.Sentence(sentence)], stop));
    }
}
