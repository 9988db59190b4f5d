using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>What <c>list WORDS</c> searches: title, path, flags, number and state, without regard to case.</summary>
internal static class SearchText
{
    // Whether it is decided is told by the columns, in the words of the list. Rows of older versions say "undecided" even while the next revision is
    // open, and hold titles with the apostrophes that a typed word has lost.
    private const string Searched =
        "(replace(replace(replace(a.search, '\nPROVISIONAL UNDECIDED', ''), '''', ''), '’', '') || CASE"
        + " WHEN a.phase = 'open' OR a.decided_at IS NULL THEN ''"
        + " WHEN a.provisional <> 0 THEN '\nPROVISIONAL UNDECIDED'"
        + " ELSE '\nDECIDED' END)";

    /// <summary>Stands for an accented letter where words are sought whose accents stand behind their letters.</summary>
    private const char SoughtApart = '◍';

    /// <summary>A word of a search as <see cref="Condition"/> compares it; empty when nothing is left of it.</summary>
    public static string Word(string typed) => Fold(typed).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);

    /// <summary>A condition on a row of <c>assessments AS a</c>: the word finds it. The text is the same for all words, those with accents and dates too, as
    /// prepared statements are kept: what is compared with nothing finds nothing.</summary>
    /// <param name="dialect">The database's.</param>
    /// <param name="word">The parameter for what <see cref="Word"/> gives.</param>
    /// <param name="blurred">The parameter for what <see cref="Blurred"/> gives.</param>
    /// <param name="from">The parameter for where a date begins: it is found in a text as a word is, and as the date that the list shows.</param>
    /// <param name="before">The parameter for where it is over.</param>
    public static string Condition(Dialect dialect, string word, string blurred, string from, string before)
    {
        // What is undecided is not among the decided ones, although the letters are; replacing nothing changes nothing.
        var searched = $"replace({Searched}, CASE WHEN {word} = 'DECIDED' THEN 'UNDECIDED' ELSE '' END, '')";
        return $"({dialect.Contains(searched, word)} OR {word} IN (CAST(a.number AS TEXT), '#' || CAST(a.number AS TEXT))"
            + $" OR {dialect.Contains("a.search", blurred)}"
            + $" OR (COALESCE(a.decided_at, a.started_at) >= {from} AND COALESCE(a.decided_at, a.started_at) < {before}))";
    }

    /// <summary>A word with accents, which may be written in another way than those of the row, as <see cref="Condition"/> compares it; null for a word
    /// without. Accents behind their letters are sought everywhere, those of one character with their letter only where they stand behind it: written in the same way they are found letter for letter.</summary>
    /// <param name="word">What <see cref="Word"/> gives.</param>
    public static string? Blurred(string word)
    {
        var blurred = Accents.Blurred(word);
        return blurred == word ? null : Accents.StandApart(word) ? blurred.Replace(Accents.Accented, SoughtApart) : blurred;
    }

    public static string Of(Assessment state)
    {
        var parts = new List<string> { state.Title, StoredWords.Of(state.Phase) };
        if (state.Decision is { } decision)
        {
            // What a cancelled revision had before it still stands, and is found as that too.
            if (state.Phase == Phase.Cancelled)
                parts.Add(StoredWords.Of(Phase.Finished));
            if (decision.Path is { } path)
                parts.Add(path.Label);
            parts.AddRange(decision.Flags.Select(flag => flag.Text));
        }

        if (state.PinnedRevision is not null)
            parts.Add("pinned");
        // A line break between the parts: no word of a search can reach over it.
        var text = Fold(string.Join('\n', parts));
        // Rows of older versions lack what follows: there accents are found as they were written.
        if (Accents.Blurred(text) == text)
            return text;
        var forApart = $"{text}\n{Accents.Blurred(text).Replace(Accents.Accented, SoughtApart)}";
        return Accents.StandApart(text) ? $"{forApart}\n{Accents.Blurred(text)}" : forApart;
    }

    /// <summary>One form for all cases of a letter, beyond ASCII too; both sides of the search go through it.</summary>
    private static string Fold(string text) => text.ToUpperInvariant();
}
