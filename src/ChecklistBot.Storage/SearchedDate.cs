namespace ChecklistBot.Storage;

/// <summary>A search word that is a date.</summary>
/// <param name="Word">As typed: a title may have it too.</param>
/// <param name="From">Where it begins.</param>
/// <param name="Before">Where it is over.</param>
public sealed record SearchedDate(string Word, DateTimeOffset From, DateTimeOffset Before);
