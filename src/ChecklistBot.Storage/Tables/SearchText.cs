using ChecklistBot.Assessments.State;

namespace ChecklistBot.Storage.Tables;

/// <summary>What <c>list WORDS</c> searches: title, path, flags and state, without regard to case.</summary>
internal static class SearchText
{
    /// <summary>One form for all cases of a letter, beyond ASCII too; both sides of the search go through it.</summary>
    public static string Fold(string text) => text.ToUpperInvariant();

    public static string Of(Assessment state)
    {
        var parts = new List<string> { state.Title, StoredWords.Of(state.Phase) };
        if (state.Decision is { } decision)
        {
            // What a cancelled revision had before it still stands, and is found as that too.
            if (state.Phase == Phase.Cancelled)
                parts.Add(StoredWords.Of(Phase.Finished));
            parts.Add(decision.Path?.Label ?? "provisional undecided");
            parts.AddRange(decision.Flags.Select(flag => flag.Text));
        }

        if (state.PinnedRevision is not null)
            parts.Add("pinned");
        // A line break between the parts: no word of a search can reach over it.
        return Fold(string.Join('\n', parts));
    }
}
