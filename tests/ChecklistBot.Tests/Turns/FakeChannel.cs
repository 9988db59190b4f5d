using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Tests.Turns;

/// <summary>A platform that remembers every call and answers as it is told.</summary>
internal sealed class FakeChannel : IChannel
{
    private int posts;

    public string Platform => "fake";

    public List<Call> Calls { get; } = [];

    /// <summary>What the next calls answer, in order; then all succeed.</summary>
    public Queue<DeliveryOutcome> Outcomes { get; } = new();

    /// <summary>What every pin answers; null for success.</summary>
    public DeliveryOutcome? Pinning { get; set; }

    /// <summary>What every unpin answers; null for success.</summary>
    public DeliveryOutcome? Unpinning { get; set; }

    /// <summary>What every post answers; null for success.</summary>
    public DeliveryOutcome? Posting { get; set; }

    /// <summary>What happens while a call is under way.</summary>
    public Func<Call, Task>? During { get; set; }

    public Task<DeliveryOutcome> PostAsync(ConversationReference conversation, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var id = $"id-{++posts}";
        return AnswerAsync(new Call("post", id, message, conversation.Thread), Posting ?? new Delivered(id, $"link-{id}"));
    }

    public Task<DeliveryOutcome> EditAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        AnswerAsync(new Call("edit", messageId, message, conversation.Thread), new Delivered(messageId));

    public Task<DeliveryOutcome> PinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        AnswerAsync(new Call("pin", messageId, message, conversation.Thread), Pinning ?? new Delivered(messageId, Note: "Pinned in the channel."));

    public Task<DeliveryOutcome> UnpinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        AnswerAsync(new Call("unpin", messageId, message, conversation.Thread), Unpinning ?? new Delivered(messageId));

    private async Task<DeliveryOutcome> AnswerAsync(Call call, DeliveryOutcome success)
    {
        Calls.Add(call);
        var outcome = Outcomes.TryDequeue(out var told) ? told : success;
        if (During is { } happening)
            await happening(call);
        return outcome;
    }
}
