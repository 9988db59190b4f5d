using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Delivery;

/// <summary>A platform of which it is noted how its calls go.</summary>
internal sealed class WatchedCalls(IChannel channel, AnswerWatch answers) : IChannel
{
    public string Platform => channel.Platform;

    public bool IsLocal => channel.IsLocal;

    public TimeSpan EditInterval => channel.EditInterval;

    public Task<DeliveryOutcome> PostAsync(ConversationReference conversation, OutgoingMessage message, CancellationToken cancellationToken) =>
        WatchAsync(conversation.Key, () => channel.PostAsync(conversation, message, cancellationToken));

    public Task<DeliveryOutcome> EditAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        WatchAsync(conversation.Key, () => channel.EditAsync(conversation, messageId, message, cancellationToken));

    public Task<DeliveryOutcome> PinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        WatchAsync(conversation.Key, () => channel.PinAsync(conversation, messageId, message, cancellationToken));

    public Task<DeliveryOutcome> UnpinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        WatchAsync(conversation.Key, () => channel.UnpinAsync(conversation, messageId, message, cancellationToken));

    private async Task<DeliveryOutcome> WatchAsync(ConversationKey key, Func<Task<DeliveryOutcome>> callAsync)
    {
        DeliveryOutcome? outcome = null;
        answers.Begins(key);
        try
        {
            return outcome = await callAsync();
        }
        finally
        {
            answers.Ends(key, outcome);
        }
    }
}
