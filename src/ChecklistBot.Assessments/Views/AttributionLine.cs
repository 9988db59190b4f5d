using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Views;

/// <summary>Who did the newest thing that everybody should know of.</summary>
internal static class AttributionLine
{
    /// <summary>Null when nobody did anything of the kind lately that still holds; on a finished assessment, since it was finished.</summary>
    public static string? Of(Assessment state, Names names)
    {
        var since = state.Phase == Phase.Finished ? state.Decision?.At : null;
        return Newest(state, names, recorded => since is null || recorded.At > since);
    }

    /// <summary>The same of what came after an event.</summary>
    public static string? After(Assessment state, long sequence, Names names) => Newest(state, names, recorded => recorded.Sequence > sequence);

    private static string? Newest(Assessment state, Names names, Func<RecordedEvent, bool> counts)
    {
        for (var i = state.Recent.Length - 1; i >= 0; i--)
            if (counts(state.Recent[i]) && Describe(state, state.Recent[i], names) is { } line)
                return line;
        return null;
    }

    private static string? Describe(Assessment state, RecordedEvent recorded, Names names)
    {
        var who = names[recorded.Person];
        return recorded.Event switch
        {
            Renamed e when state.Title == e.Title => $"Renamed by {who}; it was “{e.Previous}”.",
            Reopened e when state.Phase == Phase.Open && state.Revision == e.Revision => $"Reopened by {who}.",
            Resumed when state.Phase == Phase.Open => $"Brought back by {who}.",
            Cancelled when state.Phase == Phase.Cancelled => $"Cancelled by {who}.",
            Unpinned when state.PinnedRevision is null => $"Unpinned by {who}.",
            SettlementWithdrawn e when state.Item(e.Item).Settlement is null => $"A settled item was opened again by {who}.",
            _ => null,
        };
    }
}
