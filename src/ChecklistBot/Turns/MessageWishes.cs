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
        var isMoved = before is not null && after.CardGeneration != before.CardGeneration;
        IReadOnlyList<Message> given = plan.RedrawRecommendations || isMoved
            ? await scene.Store.MessagesOfAsync(scene.Key, after.Id, cancellationToken)
            : [];
        foreach (var generation in plan.RedrawLive)
            if (!given.Any(message => message.Slot == Slots.Live(generation) && IsNowhereAndPast(message, after)))
                await WantAsync(scene, after, new LiveContent(generation), cancellationToken);
        foreach (var message in given)
            if (IsToDraw(message, plan) && !IsNowhereAndPast(message, after))
                await WantAsync(scene, after, message.Content, cancellationToken);
        foreach (var content in plan.New)
            await WantAsync(scene, after, content, cancellationToken);
        if (plan.Unpin is { } old)
            await UnpinAsync(scene, after, given, old, cancellationToken);
        if (plan.Pin is { } revision)
            await PinAsync(scene, after, given, revision, cancellationToken);
    }

    /// <summary>Whether a recommendation shows something else now. Of those that the platform refused each is tried again when the card is asked for anew:
    /// whoever does that has perhaps mended the reason.</summary>
    private static bool IsToDraw(Message message, MessagePlan plan) => message.Content switch
    {
        RecommendationContent => plan.RedrawRecommendations || message.State == MessageState.Refused,
        PinPostContent => plan.RedrawRecommendations,
        _ => false,
    };

    /// <summary>Whether a message was never posted and would by now be but a pointer: nobody needs one from where nothing stands.</summary>
    private static bool IsNowhereAndPast(Message message, Assessment after) => Refusals.IsNowhere(message) && message.Content switch
    {
        LiveContent live => live.Generation != after.CardGeneration,
        RecommendationContent given => given.Revision != after.Decision?.Revision && given.Revision != after.PinnedRevision,
        PinPostContent post => post.Revision != after.PinnedRevision,
        _ => false,
    };

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
            if (message.Number != delivered.Number
                && message is { Content: LiveContent or RecommendationContent or PinPostContent, State: not MessageState.Lost }
                && !Refusals.IsNowhere(message))
                await RedrawAsync(store, message, now, cancellationToken);
    }

    /// <summary>Draws the newest card that stands again: it goes on, since the platform did not take a newer one.</summary>
    public static async Task RedrawStandInAsync(IStoreTransaction store, Message refused, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var messages = await store.MessagesOfAsync(refused.Conversation, refused.Assessment!.Value, cancellationToken);
        if (messages.LastOrDefault(message => message is { Content: LiveContent { Generation: > 0 }, PlatformId: not null }) is { State: not MessageState.Lost } standing)
            await RedrawAsync(store, standing, now, cancellationToken);
    }

    /// <summary>Draws a recommendation again, which says what became of the post that stands for its pin.</summary>
    public static async Task RedrawPinnedAsync(IStoreTransaction store, Message post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var message in await store.MessagesOfAsync(post.Conversation, post.Assessment!.Value, cancellationToken))
            if (message is { Content: RecommendationContent given, State: not MessageState.Lost } && given.Revision == RevisionOf(post.Content))
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
                    PinPostContent post => Slots.PinPost(post.Revision, post.Copy),
                    _ => throw new ArgumentException("Only cards of an assessment have a slot.", nameof(content)),
                },
                Thread = content is PinPostContent ? null : after.Thread,
                Broadcast = content is RecommendationContent && after.Thread is not null && scene.Turn.Conversation.Kind != ConversationKind.Personal,
            },
            scene.Now,
            cancellationToken);

    /// <summary>Pins the newest copy of a revision's recommendation, which this turn may have wanted first, or wants the post that stands for the pin.</summary>
    private static async Task PinAsync(Scene scene, Assessment after, IReadOnlyList<Message> given, int revision, CancellationToken cancellationToken)
    {
        var slot = scene.Turn.PinsByPost
            ? await WantPinPostAsync(scene, after, given, revision, cancellationToken)
            : Slots.Recommendation(revision, NewestCopy(after, given, revision));
        await scene.Store.WantPinAsync(scene.Key, after.Id, slot, pinned: true, scene.Now, cancellationToken);
    }

    private static int NewestCopy(Assessment after, IReadOnlyList<Message> given, int revision) => revision == after.Decision!.Revision
        ? after.RecommendationCopy
        : given.Select(message => message.Content).OfType<RecommendationContent>().Where(shown => shown.Revision == revision).Max(shown => shown.Copy);

    /// <summary>The slot of the post that stands for a revision's pin: the one that is there already, or a new one.</summary>
    private static async Task<string> WantPinPostAsync(
        Scene scene,
        Assessment after,
        IReadOnlyList<Message> given,
        int revision,
        CancellationToken cancellationToken)
    {
        var last = given.LastOrDefault(message => message.Content is PinPostContent && RevisionOf(message.Content) == revision);
        if (last is { State: not MessageState.Lost, Slot: { } slot })
            return slot;
        var copy = last?.Content is PinPostContent lost ? lost.Copy + 1 : 1;
        await WantAsync(scene, after, new PinPostContent(revision, copy), cancellationToken);
        return Slots.PinPost(revision, copy);
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
            if (message is { WantPinned: true, Slot: { } slot } && RevisionOf(message.Content) == revision && !(message.Content is PinPostContent && Refusals.IsNowhere(message)))
                await scene.Store.WantPinAsync(scene.Key, after.Id, slot, pinned: false, scene.Now, cancellationToken);
    }

    /// <summary>The revision whose recommendation it shows; null for any other message.</summary>
    public static int? RevisionOf(MessageContent content) => content switch
    {
        RecommendationContent given => given.Revision,
        PinPostContent post => post.Revision,
        _ => null,
    };
}
