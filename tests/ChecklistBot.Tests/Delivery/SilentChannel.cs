using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Tests.Delivery;

/// <summary>A platform that falls silent towards some tenants: a call there ends after 15 s and nobody knows how.</summary>
internal sealed class SilentChannel(string name, TimeProvider time) : IChannel
{
    private readonly Lock gate = new();
    private readonly List<(ConversationKey Key, DateTimeOffset At)> posts = [];
    private int underWay;

    public string Platform => name;

    public Func<ConversationKey, bool> IsSilent { get; set; } = _ => false;

    /// <summary>The most calls without an answer at once since this was last set.</summary>
    public int MostUnderWay { get; set; }

    /// <summary>Calls that were made to those who were silent.</summary>
    public int Unanswered { get; private set; }

    public int Edits { get; private set; }

    /// <summary>When something was posted first in a conversation; null before.</summary>
    public DateTimeOffset? PostedAt(ConversationKey key)
    {
        lock (gate)
            return posts.Where(post => post.Key == key).Select(post => (DateTimeOffset?)post.At).FirstOrDefault();
    }

    public async Task<DeliveryOutcome> PostAsync(ConversationReference conversation, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (await IsLostAsync(conversation.Key, cancellationToken))
            return new Unknown("time-out");
        lock (gate)
        {
            posts.Add((conversation.Key, time.GetUtcNow()));
            return new Delivered($"id-{posts.Count}");
        }
    }

    public async Task<DeliveryOutcome> EditAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (await IsLostAsync(conversation.Key, cancellationToken))
            return new Unknown("time-out");
        lock (gate)
            Edits++;
        return new Delivered(messageId);
    }

    public Task<DeliveryOutcome> PinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<DeliveryOutcome>(new Delivered(messageId));

    public Task<DeliveryOutcome> UnpinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<DeliveryOutcome>(new Delivered(messageId));

    private async Task<bool> IsLostAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        if (!IsSilent(key))
            return false;
        lock (gate)
        {
            Unanswered++;
            MostUnderWay = Math.Max(MostUnderWay, ++underWay);
        }

        try
        {
            await Task.Delay(TimeSpan.FromSeconds(15), time, cancellationToken);
        }
        finally
        {
            lock (gate)
                underWay--;
        }

        return true;
    }
}
