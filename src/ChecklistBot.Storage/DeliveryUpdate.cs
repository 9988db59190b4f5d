namespace ChecklistBot.Storage;

/// <summary>How a delivery went, written over the row.</summary>
public sealed record DeliveryUpdate
{
    /// <summary>The version that the platform shows now; a newer wanted one keeps the row pending.</summary>
    public required long DeliveredVersion { get; init; }

    public required bool? DeliveredPinned { get; init; }

    /// <summary><see cref="MessageState.Delivered"/> becomes pending again by itself where a newer version is wanted by now.</summary>
    public required MessageState State { get; init; }

    public string? PlatformId { get; init; }

    public string? Link { get; init; }

    public string? Note { get; init; }

    public required int Attempts { get; init; }

    public required int Repeats { get; init; }

    public required DateTimeOffset Due { get; init; }

    public DateTimeOffset? SentAt { get; init; }
}
