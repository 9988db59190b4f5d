namespace ChecklistBot.Storage.Tables;

/// <summary>A word of a search with everything that it is compared as.</summary>
/// <param name="Text">What <see cref="SearchText.Word"/> gives; empty where nothing is left of it.</param>
/// <param name="Blurred">What <see cref="SearchText.Blurred"/> gives: null for a word without accents.</param>
internal sealed record SoughtWord(string Text, string? Blurred)
{
    /// <summary>Where it begins, of a date; null for any other word.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Where it is over, of a date; null for any other word.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>As it was typed.</summary>
    public static SoughtWord Of(string typed)
    {
        var text = SearchText.Word(typed);
        return new SoughtWord(text, SearchText.Blurred(text));
    }
}
