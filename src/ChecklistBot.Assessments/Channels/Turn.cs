namespace ChecklistBot.Assessments.Channels;

/// <summary>One thing that one person did in one conversation, verified and decoded by its platform.</summary>
public sealed record Turn
{
    public required ConversationReference Conversation { get; init; }

    public required PersonReference Person { get; init; }

    public required Utterance Utterance { get; init; }

    /// <summary>A repeat of this key within the tenant is the same turn and is answered as before. Kept as a hash; null makes every call a turn of its own.</summary>
    public string? DedupeKey { get; init; }

    /// <summary>On an edit: the dedupe key of the message that was edited.</summary>
    public string? EditedKey { get; init; }

    /// <summary>On an edit: when the edited message was first written; null where the platform does not say.</summary>
    public DateTimeOffset? EditedWritten { get; init; }

    public ReplyPlacement Replies { get; init; }

    /// <summary>Whether the words themselves become a message of the conversation: true in the web room, where nobody else keeps them.</summary>
    public bool KeepWords { get; init; }

    /// <summary>Whether the platform puts <see cref="TurnAnswer.Card"/> in place of the tapped one. Where it shows no card at once, none is drawn.</summary>
    public bool WantsCard { get; init; } = true;

    /// <summary>Whether a pin is a post of its own outside the thread: where the platform lets no bot pin.</summary>
    public bool PinsByPost { get; init; }
}
