namespace ChecklistBot.Composition;

/// <summary>The words of a call that are settings: <c>--Key=value</c>, <c>--Key value</c>, <c>/Key value</c> and <c>Key=value</c>.</summary>
internal static class SettingWords
{
    /// <summary>The first word that the framework's reader would pass over; null when it uses every word.</summary>
    public static string? FirstUnused(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var name = words[i].Split('=')[0];
            var isWhole = name.Length < words[i].Length;
            var isUsed = name switch
            {
                ['-', '-', _, ..] or ['/', _, ..] => isWhole || ++i < words.Count,
                ['-' or '/', ..] or [] => false,
                _ => isWhole,
            };
            if (!isUsed)
                return words[Math.Min(i, words.Count - 1)];
        }

        return null;
    }
}
