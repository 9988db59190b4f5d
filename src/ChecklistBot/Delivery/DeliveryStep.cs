namespace ChecklistBot.Delivery;

/// <summary>What a message needs next from its platform.</summary>
internal enum DeliveryStep
{
    None,
    Post,
    Edit,
    Pin,
    Unpin,
}
