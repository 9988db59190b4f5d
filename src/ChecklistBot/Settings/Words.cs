namespace ChecklistBot.Settings;

/// <summary>Small help for writing sentences about settings.</summary>
internal static class Words
{
    /// <summary><c>a, b or c</c>.</summary>
    public static string OneOf(IReadOnlyList<string> words) => words.Count == 1
        ? words[0]
        : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";
}
