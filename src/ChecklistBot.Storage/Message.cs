using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Storage;

/// <summary>A message of a conversation: what it should show, and how far the platform has been told.</summary>
public sealed record Message
{
    /// <summary>From 1 within the conversation, in the order in which messages were wanted.</summary>
    public required long Number { get; init; }

    public required ConversationKey Conversation { get; init; }

    /// <summary>The thread to post into; null outside threads.</summary>
    public string? Thread { get; init; }

    public AssessmentId? Assessment { get; init; }

    /// <summary>At most one message an assessment and slot; null for messages that never change.</summary>
    public string? Slot { get; init; }

    public required MessageContent Content { get; init; }

    /// <summary>The person whom a notice answers or whose words these are; null for everyone's.</summary>
    public int? Person { get; init; }

    /// <summary>From a thread also to the channel.</summary>
    public bool Broadcast { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts what the content should have shown; pending while above <see cref="DeliveredVersion"/>.</summary>
    public required long WantedVersion { get; init; }

    /// <summary>0 until it is posted.</summary>
    public long DeliveredVersion { get; init; }

    public bool WantPinned { get; init; }

    /// <summary>Null while nobody knows whether the last pin or unpin happened: then the wish of the moment is told once more.</summary>
    public bool? DeliveredPinned { get; init; } = false;

    public MessageState State { get; init; }

    /// <summary>The platform's id; null until it is posted.</summary>
    public string? PlatformId { get; init; }

    public string? Link { get; init; }

    /// <summary>Why the platform refused, or what pinning did; a sentence for people.</summary>
    public string? Note { get; init; }

    /// <summary>Tries since the last success.</summary>
    public int Attempts { get; init; }

    /// <summary>How often a post of unknown outcome was made again.</summary>
    public int Repeats { get; init; }

    /// <summary>Not before this moment.</summary>
    public DateTimeOffset Due { get; init; }

    /// <summary>When the platform was last told of this message; null before the post.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The conversation's change counter at the last change of what this message shows: the place in an event stream.</summary>
    public long Changed { get; init; }
}
