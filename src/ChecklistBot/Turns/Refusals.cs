using ChecklistBot.Assessments.State;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>What a platform refused for good, read from the message: its note is the reason until the message, or its pin, gets through. While it is
/// tried again it is pending, and still not there.</summary>
internal static class Refusals
{
    /// <summary>Whether the platform has not taken the message, so that nothing stands there that could become a pointer.</summary>
    public static bool IsNowhere(Message message) => message is { PlatformId: null, Note: not null };

    /// <summary>Whether the platform did not pin what stands for the recommendation in the register.</summary>
    public static bool IsOfPin(Message message, Assessment state) =>
        message is { WantPinned: true, DeliveredPinned: not true, Note: not null } && MessageWishes.RevisionOf(message.Content) == state.PinnedRevision;
}
