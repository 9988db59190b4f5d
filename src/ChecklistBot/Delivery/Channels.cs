using System.Collections.Frozen;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Delivery;

/// <summary>The platforms that are switched on, by name.</summary>
internal sealed class Channels(IEnumerable<IChannel> channels, AnswerWatch answers)
{
    private readonly FrozenDictionary<string, IChannel> byName = channels.ToFrozenDictionary(
        channel => channel.Platform, IChannel (channel) => new WatchedCalls(channel, answers));

    /// <summary>Null while the platform is switched off: its messages wait.</summary>
    public IChannel? Of(ConversationKey key) => byName.GetValueOrDefault(key.Platform);
}
