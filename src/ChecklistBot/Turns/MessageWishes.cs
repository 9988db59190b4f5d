using System.Collections.Immutable;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.State;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>Writes down what the messages of an assessment should show after a turn.</summary>
internal static class MessageWishes
{
    public static async Task WriteAsync(
        Scene scene,
        Assessment? before,
        Assessment after,
        ImmutableArray<RecordedEvent> events,
        CancellationToken cancellationToken)
    {
        var plan = MessagePlan.Of(before, after, events);
        IReadOnlyList<Message> given = plan.RedrawRecommendations
            ? await scene.Store.MessagesOfAsync(scene.Key, after.Id, cancellationToken)
            : [];
        foreach (var generation in plan.RedrawLive)
            await WantAsync(scene, after, new LiveContent(generation), cancellationToken);
        foreach (var message in given)
            if (message.Content is RecommendationContent shown)
                await WantAsync(scene, after, shown, cancellationToken);
        foreach (var content in plan.New)
            await WantAsync(scene, after, content, cancellationToken);
        if (plan.Unpin is { } old)
            await UnpinAsync(scene, after, given, old, cancellationToken);
        if (plan.Pin is { } revision)
            await PinAsync(scene, after, given, revision, cancellationToken);
    }

    /// <summary>Draws again what points at a message whose address has just become known.</summary>
    public static async Task RedrawPointersAsync(
        IStoreTransaction store,
        Message delivered,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (delivered.Assessment is not { } id || delivered.Content is not (LiveContent or RecommendationContent))
            return;
        foreach (var message in await store.MessagesOfAsync(delivered.Conversation, id, cancellationToken))
            if (message.Number != delivered.Number && message is { Content: LiveContent or RecommendationContent, State: not MessageState.Lost })
                await RedrawAsync(store, message, now, cancellationToken);
    }

    /// <summary>Draws a message of an assessment again.</summary>
    public static Task RedrawAsync(IStoreTransaction store, Message message, DateTimeOffset now, CancellationToken cancellationToken) =>
        store.WantMessageAsync(
            message.Conversation, new WantedMessage { Content = message.Content, Assessment = message.Assessment, Slot = message.Slot }, now, cancellationToken);

    private static Task<long> WantAsync(Scene scene, Assessment after, MessageContent content, CancellationToken cancellationToken) =>
        scene.Store.WantMessageAsync(
            scene.Key,
            new WantedMessage
            {
                Content = content,
                Assessment = after.Id,
                Slot = content switch
                {
                    LiveContent live => Slots.Live(live.Generation),
                    RecommendationContent given => Slots.Recommendation(given.Revision, given.Copy),
                    _ => throw new ArgumentException("Only cards of an assessment have a slot.", nameof(content)),
                },
                Thread = after.Thread,
                Broadcast = content is RecommendationContent && after.Thread is not null && scene.Turn.Conversation.Kind == ConversationKind.Channel,
            },
            scene.Now,
            cancellationToken);

    /// <summary>Pins the newest copy of a revision's recommendation, which this turn may have wanted first.</summary>
    private static Task PinAsync(Scene scene, Assessment after, IReadOnlyList<Message> given, int revision, CancellationToken cancellationToken)
    {
        var copy = revision == after.Decision!.Revision
            ? after.RecommendationCopy
            : given.Select(message => message.Content).OfType<RecommendationContent>().Where(shown => shown.Revision == revision).Max(shown => shown.Copy);
        return scene.Store.WantPinAsync(scene.Key, after.Id, Slots.Recommendation(revision, copy), pinned: true, scene.Now, cancellationToken);
    }

    /// <summary>Unpins what was pinned of a revision.</summary>
    private static async Task UnpinAsync(
        Scene scene,
        Assessment after,
        IReadOnlyList<Message> given,
        int revision,
        CancellationToken cancellationToken)
    {
        foreach (var message in given)
            if (message is { WantPinned: true, Slot: { } slot, Content: RecommendationContent shown } && shown.Revision == revision)
                await scene.Store.WantPinAsync(scene.Key, after.Id, slot, pinned: false, scene.Now, cancellationToken);
    }
}
