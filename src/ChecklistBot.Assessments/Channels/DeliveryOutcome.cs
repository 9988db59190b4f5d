namespace ChecklistBot.Assessments.Channels;

/// <summary>How a call to a platform ended. The set is closed.</summary>
public abstract record DeliveryOutcome
{
    private protected DeliveryOutcome()
    {
    }

    /// <summary>Whether the bot held the call back by itself, by its own limit or because the message has no id yet: that tells nothing of how the
    /// platform is.</summary>
    public bool IsHeldBack { get; init; }
}

/// <summary>It happened.</summary>
/// <param name="MessageId">The platform's id of the message.</param>
/// <param name="Link">An address that opens the message; null when the platform gives none.</param>
/// <param name="Note">A sentence for people, such as what pinning did here; null for none.</param>
public sealed record Delivered(string MessageId, string? Link = null, string? Note = null) : DeliveryOutcome;

/// <summary>It definitely did not happen, and may be tried again after a while (429, 412).</summary>
/// <param name="After">How long to wait.</param>
public sealed record Wait(TimeSpan After) : DeliveryOutcome;

/// <summary>It did not happen and never will.</summary>
/// <param name="Reason">A sentence for people: what is wrong and what to do.</param>
public sealed record Refused(string Reason) : DeliveryOutcome;

/// <summary>The message to change is not there any more: someone deleted it.</summary>
public sealed record Gone : DeliveryOutcome;

/// <summary>Nobody can say whether it happened (time-out, reset, 5xx after sending).</summary>
/// <param name="What">For operators: no names, titles or tokens.</param>
public sealed record Unknown(string What) : DeliveryOutcome;
