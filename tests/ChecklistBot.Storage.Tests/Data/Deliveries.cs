namespace ChecklistBot.Storage.Tests.Data;

/// <summary>How deliveries go.</summary>
internal static class Deliveries
{
    /// <summary>The platform shows this version.</summary>
    public static DeliveryUpdate Done(long version, bool? pinned = false, string? link = null, DateTimeOffset? next = null) => new()
    {
        DeliveredVersion = version,
        DeliveredPinned = pinned,
        State = MessageState.Delivered,
        PlatformId = "platform-1",
        Link = link,
        Attempts = 0,
        Repeats = 0,
        Due = next ?? Samples.At,
        SentAt = Samples.At,
    };

    /// <summary>To be tried again.</summary>
    public static DeliveryUpdate Again(long version, DateTimeOffset due, int attempts) => new()
    {
        DeliveredVersion = version,
        DeliveredPinned = false,
        State = MessageState.Pending,
        Attempts = attempts,
        Repeats = 0,
        Due = due,
    };
}
