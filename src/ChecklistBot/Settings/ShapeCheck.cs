namespace ChecklistBot.Settings;

/// <summary>
/// A value where a group or a list of settings belongs (<c>"Storage": "postgresql"</c>), and the other way round (<c>"Urls": ["…"]</c>).
/// Nothing of it would be used, and nothing else can be meant.
/// </summary>
internal static class ShapeCheck
{
    public static void Run(SettingsSource source, SettingFindings findings)
    {
        foreach (var (key, _) in source.Entries)
        {
            if (FirstWithin(key) is { } first)
                CheckGroup(source, key, first, findings);
            else if (TextAround(key) is { } text && !findings.Problems.Any(problem => string.Equals(problem.Key, text, StringComparison.OrdinalIgnoreCase)))
                findings.Refuse(
                    text,
                    $"it is one text, and is written as a list or a group: there is {key} (from {source.Origin(key)}).",
                    string.Equals(text, ListeningAddress.UrlsKey, StringComparison.OrdinalIgnoreCase) ? "Write one text, with semicolons between several addresses." : "Write one text.");
        }
    }

    /// <summary>Whether a value at that key is of a shape that this check speaks of.</summary>
    public static bool Covers(string key) => FirstWithin(key) is not null || TextAround(key) is not null;

    private static void CheckGroup(SettingsSource source, string key, KnownSetting first, SettingFindings findings)
    {
        if (first.IsEntryOf(key))
            findings.Refuse(key, $"it is a list, and is written as one text (from {source.Origin(key)}).", $"Write {key}:0 and so on, or a list in square brackets.");
        else if (source.Origin(key) == SettingsSource.FromEnvironment)
            // Other programs may well have a variable WEB or STORAGE.
            findings.Notice($"{key} (from {source.Origin(key)}) is not used: to ChecklistBot it is a group of settings, such as {first.Name}.");
        else
            findings.Refuse(key, $"it is a group of settings, and is written as one text (from {source.Origin(key)}).", $"Write each of them by its name, such as {first.Name}.");
    }

    /// <summary>The first known setting below <paramref name="key"/>, which is a group or a list then.</summary>
    private static KnownSetting? FirstWithin(string key) => KnownSettings.All.FirstOrDefault(setting =>
        setting.Key.Length > key.Length && setting.Key[key.Length] == ':' && setting.Key.StartsWith(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The setting that <paramref name="key"/> is written below, although it is one text.</summary>
    private static string? TextAround(string key)
    {
        for (var end = key.LastIndexOf(':'); end > 0; end = key.LastIndexOf(':', end - 1))
        {
            if (KnownSettings.All.Any(setting => setting.Covers(key[..end])))
                return key[..end];
        }

        return null;
    }
}
