using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>What a message wanted and showed before a delivery was written over it.</summary>
internal sealed record DeliveredBefore(
    long WantedVersion,
    bool WantPinned,
    bool? DeliveredPinned,
    MessageState State,
    string? Link,
    string? Note,
    long Changed)
{
    public static DeliveredBefore Read(Row row) => new(
        row.GetInt64(0),
        row.Flag(1),
        StoredWords.ToPinned(row.GetInt64(2)),
        StoredWords.ToState(row.GetString(3)),
        row.Text(4),
        row.Text(5),
        row.GetInt64(6));

    /// <summary>What was wanted while the delivery was under way keeps the message pending.</summary>
    public MessageState StateAfter(DeliveryUpdate update) => update.State switch
    {
        MessageState.Delivered when WantedVersion > update.DeliveredVersion || WantPinned != update.DeliveredPinned => MessageState.Pending,
        MessageState.Refused when WantedVersion > update.RefusedVersion || (update.RefusedPinned is { } pinned && WantPinned != pinned) => MessageState.Pending,
        _ => update.State,
    };

    /// <summary>Whether someone who sees the message would see a difference.</summary>
    public bool ShowsOtherwise(DeliveryUpdate update, MessageState state) =>
        state != State || update.DeliveredPinned != DeliveredPinned || update.Link != Link || update.Note != Note;
}
