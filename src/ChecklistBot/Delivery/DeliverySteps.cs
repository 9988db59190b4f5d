using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;

namespace ChecklistBot.Delivery;

/// <summary>Decides what comes next for a message, and what an outcome means for it. Pure.</summary>
internal static class DeliverySteps
{
    /// <summary>After so many tries of uncertain end, a quarter of an hour, a post is a case of its own where others get through.</summary>
    public const int AttemptsAlone = 6;

    /// <summary>After so many, three quarters of an hour, in any case.</summary>
    public const int AttemptsInVain = 9;

    /// <summary>Whether later posts of the conversation wait for this one.</summary>
    /// <param name="message">A post.</param>
    /// <param name="othersPass">Whether the platform takes other messages.</param>
    public static bool HoldsUpLaterPosts(Message message, bool othersPass) => message.Attempts < (othersPass ? AttemptsAlone : AttemptsInVain);

    public static DeliveryStep Next(Message message) => message switch
    {
        { State: not MessageState.Pending } => DeliveryStep.None,
        { PlatformId: null } => DeliveryStep.Post,
        _ when message.WantedVersion > message.DeliveredVersion => DeliveryStep.Edit,
        { WantPinned: true, DeliveredPinned: not true } => DeliveryStep.Pin,
        { WantPinned: false, DeliveredPinned: not false } => DeliveryStep.Unpin,
        _ => DeliveryStep.None,
    };

    /// <summary>What is written before a post: if the process dies now, the post is made again only after its pause, and counted.</summary>
    public static DeliveryUpdate Begun(Message message, DateTimeOffset now) => Unchanged(message) with
    {
        Attempts = message.Attempts + 1,
        Repeats = message.Attempts > 0 ? message.Repeats + 1 : message.Repeats,
        Due = now + Pauses.AfterPost(message.Attempts + 1),
    };

    /// <summary>What is written after a call.</summary>
    /// <param name="message">As it was read before the call.</param>
    /// <param name="begun">What was written before the call, or the message's own values.</param>
    /// <param name="step">What was done.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="editInterval">The platform's shortest time between two edits of a message.</param>
    /// <param name="now">After the call.</param>
    public static DeliveryUpdate After(
        Message message,
        DeliveryUpdate begun,
        DeliveryStep step,
        DeliveryOutcome outcome,
        TimeSpan editInterval,
        DateTimeOffset now) => outcome switch
    {
        Delivered done => Succeeded(message, begun, step, done) with { Due = now + editInterval, SentAt = now },
        Wait wait => begun with { Attempts = message.Attempts, Repeats = message.Repeats, Due = now + Spaced(step, Pauses.AsTold(wait.After), editInterval) },
        Refused refused => GivenUp(message, begun, refused.Reason, now + editInterval),
        Gone when step == DeliveryStep.Post => GivenUp(message, begun, "The conversation is gone.", now + editInterval),
        Gone => begun with { State = MessageState.Lost, Due = now },
        Unknown when step == DeliveryStep.Post => begun with { Due = now + Pauses.AfterPost(begun.Attempts) },
        Unknown => begun with
        {
            Attempts = message.Attempts + 1,
            DeliveredPinned = PinnedAfterUnknown(message, step),
            Due = now + Spaced(step, Pauses.AfterEdit(message.Attempts + 1), editInterval),
        },
        _ => throw new InvalidOperationException($"No rule is written for {outcome.GetType().Name}."),
    };

    /// <summary>The row as it is.</summary>
    public static DeliveryUpdate Unchanged(Message message) => new()
    {
        DeliveredVersion = message.DeliveredVersion,
        DeliveredPinned = message.DeliveredPinned,
        State = message.State,
        PlatformId = message.PlatformId,
        Link = message.Link,
        Note = message.Note,
        Attempts = message.Attempts,
        Repeats = message.Repeats,
        Due = message.Due,
        SentAt = message.SentAt,
    };

    /// <summary>Whichever wish comes next, it is told: neither is known to be fulfilled.</summary>
    private static bool? PinnedAfterUnknown(Message message, DeliveryStep step) =>
        step is DeliveryStep.Pin or DeliveryStep.Unpin ? null : message.DeliveredPinned;

    /// <summary>An edit that failed counts on the platform's side as well, so the next one keeps the same distance, also behind a pin.</summary>
    private static TimeSpan Spaced(DeliveryStep step, TimeSpan pause, TimeSpan editInterval) =>
        step != DeliveryStep.Post && pause < editInterval ? editInterval : pause;

    /// <summary>Definite, so that nothing of it is to be repeated; what was wanted meanwhile is tried as if nothing had been before.</summary>
    private static DeliveryUpdate GivenUp(Message message, DeliveryUpdate begun, string reason, DateTimeOffset next) => begun with
    {
        State = MessageState.Refused,
        RefusedVersion = message.WantedVersion,
        RefusedPinned = message.WantPinned,
        Note = reason,
        Attempts = 0,
        Due = next,
    };

    private static DeliveryUpdate Succeeded(Message message, DeliveryUpdate begun, DeliveryStep step, Delivered done)
    {
        var shown = step is DeliveryStep.Post or DeliveryStep.Edit;
        var pinned = step switch
        {
            DeliveryStep.Pin => true,
            DeliveryStep.Unpin => false,
            _ => message.DeliveredPinned,
        };
        return begun with
        {
            DeliveredVersion = shown ? message.WantedVersion : message.DeliveredVersion,
            DeliveredPinned = pinned,
            State = pinned == message.WantPinned ? MessageState.Delivered : MessageState.Pending,
            PlatformId = done.MessageId,
            Link = done.Link ?? message.Link,
            Note = step switch
            {
                // What kept it from being posted, or what was said of a pin that is gone, holds no longer.
                DeliveryStep.Post => done.Note,
                DeliveryStep.Unpin => null,
                _ => done.Note ?? message.Note,
            },
            Attempts = 0,
        };
    }
}
