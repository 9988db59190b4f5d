using System.Diagnostics;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Telemetry;

/// <summary>The postman's visit to one conversation, with the turns that it delivers.</summary>
internal sealed class TracedVisit(Tracing tracing, ConversationKey key, IReadOnlyList<UndeliveredTurn> turns) : IDisposable
{
    /// <summary>Messages that have not reached their wanted state; more than none until that is known.</summary>
    public int Pending { get; set; } = 1;

    /// <summary>Begins the span of a delivery; null while nobody listens.</summary>
    public Activity? Delivery(string platform, string step) => tracing.Delivery(platform, step, turns);

    /// <summary>Ends the visit. When something is left for a later one, the turns wait for it too.</summary>
    public void Dispose()
    {
        if (Pending == 0)
            tracing.Settle(key, [.. turns.Where(turn => turn.IsKept)]);
    }
}
