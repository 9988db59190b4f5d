namespace ChecklistBot.Storage;

/// <summary>How a delivery went, written over the row.</summary>
public sealed record DeliveryUpdate
{
    /// <summary>The version that the platform shows now; a newer wanted one keeps the row pending.</summary>
    public required long DeliveredVersion { get; init; }

    public required bool? DeliveredPinned { get; init; }

    /// <summary><see cref="MessageState.Delivered"/> becomes pending again by itself where something else is wanted by now, and so does
    /// <see cref="MessageState.Refused"/> where that is newer than what was refused.</summary>
    public required MessageState State { get; init; }

    /// <summary>The version that was wanted when the platform refused; null where nothing was, or whatever is wanted counts as refused.</summary>
    public long? RefusedVersion { get; init; }

    /// <summary>Whether the message should have been pinned then; null likewise.</summary>
    public bool? RefusedPinned { get; init; }

    public string? PlatformId { get; init; }

    public string? Link { get; init; }

    public string? Note { get; init; }

    public required int Attempts { get; init; }

    public required int Repeats { get; init; }

    public required DateTimeOffset Due { get; init; }

    public DateTimeOffset? SentAt { get; init; }
}
