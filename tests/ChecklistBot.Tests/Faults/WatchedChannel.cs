using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Tests.Faults;

/// <summary>A real channel that tells the platform which of the bot's messages comes next, so that copies can be counted.</summary>
internal sealed class WatchedChannel(IChannel channel, UnreliablePlatform platform) : IChannel
{
    public string Platform => channel.Platform;

    public TimeSpan EditInterval => channel.EditInterval;

    public Task<DeliveryOutcome> PostAsync(ConversationReference conversation, OutgoingMessage message, CancellationToken cancellationToken)
    {
        platform.Posting = message.Number;
        return channel.PostAsync(conversation, message, cancellationToken);
    }

    public Task<DeliveryOutcome> EditAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        channel.EditAsync(conversation, messageId, message, cancellationToken);

    public Task<DeliveryOutcome> PinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        channel.PinAsync(conversation, messageId, message, cancellationToken);

    public Task<DeliveryOutcome> UnpinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        channel.UnpinAsync(conversation, messageId, message, cancellationToken);
}
