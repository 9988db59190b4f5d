using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Storage;
using ChecklistBot.Turns;

namespace ChecklistBot.Delivery;

/// <summary>What happens between two calls of a conversation, within one transaction: how the last one went is written, and the next one
/// is found, drawn and, where it is a post, written as begun.</summary>
internal sealed class DeliveryDesk(Channels channels, Drawing drawing, DeliveryTrouble trouble, TimeProvider time)
{
    /// <summary>Writes how a call went.</summary>
    public async Task SaveAsync(IStoreTransaction store, PreparedDelivery call, DeliveryOutcome outcome, CancellationToken cancellationToken)
    {
        var message = call.Message;
        var update = DeliverySteps.After(message, call.Begun, call.Step, outcome, call.Channel.EditInterval, time.GetUtcNow());
        // What is pinned again needs no word, and goes on saying what pinning did.
        if (call.Step == DeliveryStep.Unpin && outcome is Refused && await IsPinWantedAsync(store, message, cancellationToken))
            update = update with { Note = message.Note };
        await store.SaveDeliveryAsync(message.Conversation, message.Number, update, cancellationToken);
        if (update.Link is not null && message.Link is null && message.Content is LiveContent or RecommendationContent || IsRefusalNews(message, update) || IsPostedCard(message, update))
            await MessageWishes.RedrawPointersAsync(store, message, time.GetUtcNow(), cancellationToken);
        if (message is { Content: LiveContent, PlatformId: null } && update.State == MessageState.Refused)
            await MessageWishes.RedrawStandInAsync(store, message, time.GetUtcNow(), cancellationToken);

        // The recommendation has no line about a pin any more, so that a message says what is left of it; once for each reason.
        if (call.Step == DeliveryStep.Unpin && outcome is Refused && update.Note != message.Note)
        {
            var notice = Notices.StillPinned(call.Card.Number, update.Note!, message.Link);
            var wanted = new WantedMessage { Content = notice, Assessment = message.Assessment, Thread = message.Thread };
            await store.WantMessageAsync(message.Conversation, wanted, time.GetUtcNow(), cancellationToken);
        }

        if (message.Content is PinPostContent && (update.Note != message.Note || update.State == MessageState.Lost))
            await MessageWishes.RedrawPinnedAsync(store, message, time.GetUtcNow(), cancellationToken);

        // What pinning did, or why it was refused, is said on the message itself.
        var isShown = update.DeliveredVersion == message.WantedVersion;
        if (isShown && update.Note != message.Note && message is { WantPinned: true, Content: RecommendationContent })
            await MessageWishes.RedrawAsync(store, message, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>Whether somebody has pinned it again during the call.</summary>
    private static async Task<bool> IsPinWantedAsync(IStoreTransaction store, Message message, CancellationToken cancellationToken)
    {
        await store.HoldAsync(message.Conversation, cancellationToken);
        return message.Assessment is { } id
            && (await store.MessagesOfAsync(message.Conversation, id, cancellationToken)).Any(one => one.Number == message.Number && one.WantPinned);
    }

    /// <summary>Whether another copy has taken over during a call that took long, and posted the message as well. Then what it knows stands, and the card of
    /// ours becomes a pointer to the other.</summary>
    public async Task<bool> IsOvertakenAsync(IStoreTransaction store, PreparedDelivery call, DeliveryOutcome outcome, CancellationToken cancellationToken)
    {
        var message = call.Message;
        if (call.Step != DeliveryStep.Post || outcome is not Delivered { MessageId: { Length: > 0 } ours } || message.Assessment is not { } assessment)
            return false;
        await store.HoldAsync(message.Conversation, cancellationToken);
        var now = (await store.MessagesOfAsync(message.Conversation, assessment, cancellationToken)).FirstOrDefault(one => one.Number == message.Number);
        if (now?.PlatformId is not { Length: > 0 } theirs || theirs == ours)
            return false;
        if (message.Content is LiveContent)
            await Adoption.MakePointerAsync(store, message.Conversation, assessment, message.Thread, ours, time.GetUtcNow(), cancellationToken);
        return true;
    }

    /// <summary>Whether the card that leads to a recommendation has to say that it could not be posted, or has said so and it is posted now.</summary>
    private static bool IsRefusalNews(Message message, DeliveryUpdate update) =>
        message is { Content: RecommendationContent, PlatformId: null }
        && (update.State == MessageState.Refused || (update.PlatformId is not null && message.Note is not null));

    /// <summary>Whether the card before has to become a pointer now.</summary>
    private static bool IsPostedCard(Message message, DeliveryUpdate update) =>
        message is { Content: LiveContent { Generation: > 1 }, PlatformId: null } && update.PlatformId is not null;

    /// <summary>Finds what comes next in a conversation, and how much is pending there.</summary>
    /// <param name="store">The transaction.</param>
    /// <param name="key">The conversation.</param>
    /// <param name="justShown">The message of the call before, when it arrived: a pin need not wait out the pause between two edits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(PreparedDelivery? Next, int Pending)> NextAsync(
        IStoreTransaction store,
        ConversationKey key,
        long? justShown,
        CancellationToken cancellationToken)
    {
        // Held first: what is read below must not change before it is written.
        await store.HoldAsync(key, cancellationToken);
        var pending = await store.PendingAsync(key, cancellationToken);
        if (pending.Count == 0)
            return (null, 0);
        if (await store.FindConversationAsync(key, cancellationToken) is not { } conversation)
            throw new InvalidDataException("A pending message has no conversation.");
        if (channels.Of(key) is not { } channel)
        {
            foreach (var message in pending)
                await PutOffAsync(store, message, time.GetUtcNow() + Pauses.PlatformOff, cancellationToken);
            return (null, pending.Count);
        }

        // Posts first: what is edited after them can say where they are.
        var next = await NextPostAsync(store, pending, channel, cancellationToken) ?? NextChange(pending, justShown);
        return (next is null ? null : await PrepareAsync(store, channel, conversation, next, cancellationToken), pending.Count);
    }

    /// <summary>Puts off what is due in a conversation.</summary>
    public async Task RestAsync(IStoreTransaction store, ConversationKey key, CancellationToken cancellationToken)
    {
        await store.HoldAsync(key, cancellationToken);
        foreach (var message in await store.PendingAsync(key, cancellationToken))
            await PutOffAsync(store, message, time.GetUtcNow() + Pauses.UncertainPost, cancellationToken);
    }

    /// <summary>The first message that is not yet posted, when its time has come. Until then later ones wait behind it, so that people read messages
    /// in the order in which they were meant; but not for ever behind one that fails by itself.</summary>
    private async Task<Message?> NextPostAsync(IStoreTransaction store, IReadOnlyList<Message> pending, IChannel channel, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var othersPass = trouble.LetsOthersPass(channel.Platform);
        Message? holding = null, next = null;
        foreach (var message in pending.Where(message => DeliverySteps.Next(message) == DeliveryStep.Post))
            if (holding is null)
            {
                holding = DeliverySteps.HoldsUpLaterPosts(message, othersPass) ? message : null;
                next ??= message.Due <= now ? message : null;
            }
            else if (holding.Due > now)
            {
                await PutOffAsync(store, message, holding.Due, cancellationToken);
            }

        return next;
    }

    private Message? NextChange(IReadOnlyList<Message> pending, long? justShown)
    {
        if (pending.FirstOrDefault(message => message.Number == justShown) is { } shown && DeliverySteps.Next(shown) is DeliveryStep.Pin or DeliveryStep.Unpin)
            return shown;
        return pending.FirstOrDefault(message => DeliverySteps.Next(message) != DeliveryStep.Post && message.Due <= time.GetUtcNow());
    }

    private async Task<PreparedDelivery> PrepareAsync(
        IStoreTransaction store,
        IChannel channel,
        ConversationReference conversation,
        Message message,
        CancellationToken cancellationToken)
    {
        var card = await drawing.DrawAsync(store, message, conversation.Kind, cancellationToken)
            ?? throw new InvalidDataException("Words of people are never delivered.");
        var step = DeliverySteps.Next(message);
        var begun = DeliverySteps.Unchanged(message);
        if (step == DeliveryStep.Post && !channel.IsLocal)
        {
            begun = DeliverySteps.Begun(message, time.GetUtcNow());
            await store.SaveDeliveryAsync(message.Conversation, message.Number, begun, cancellationToken);
        }

        return new PreparedDelivery(channel, conversation with { Thread = message.Thread }, message, step, card, begun);
    }

    private static Task PutOffAsync(IStoreTransaction store, Message message, DateTimeOffset due, CancellationToken cancellationToken) =>
        message.Due >= due
            ? Task.CompletedTask
            : store.SaveDeliveryAsync(message.Conversation, message.Number, DeliverySteps.Unchanged(message) with { Due = due }, cancellationToken);
}
