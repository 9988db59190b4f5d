namespace ChecklistBot.Settings;

/// <summary>
/// What is written for the server and for the console's log. Where a value is wrong the framework stops with a stack trace, or goes on as if it were not
/// there: an endpoint meant for Tls13 alone would take Tls12.
/// </summary>
internal static class FrameworkCheck
{
    public static void Run(SettingsSource source, SettingFindings findings)
    {
        foreach (var (key, text) in source.Entries)
        {
            string[] parts = key.Split(':');
            var isServers = string.Equals(parts[0], FrameworkSettings.Server, StringComparison.OrdinalIgnoreCase);
            if (!isServers && !string.Equals(parts[0], "Logging", StringComparison.OrdinalIgnoreCase))
                continue;

            if (FrameworkSettings.All.FirstOrDefault(setting => setting.Covers(parts)) is { } known)
                CheckValue(source, known, key, text, findings);
            else if (FrameworkSettings.All.FirstOrDefault(setting => setting.IsEntryOf(parts) && setting.Name.EndsWith(":SslProtocols:0", StringComparison.Ordinal)) is not null)
                findings.Refuse(key, $"it is a list, and is written as one text (from {source.Origin(key)}).", $"Write {key}:0 and so on, or a list in square brackets.");
            else if (FrameworkSettings.All.FirstOrDefault(setting => setting.IsWithin(parts)) is { } inner)
                CheckGroup(source, key, inner.NameWithin(parts), findings);
            else if (isServers)
                findings.Notice($"{key} (from {source.Origin(key)}) is not used: of {FrameworkSettings.Server} the server takes endpoints and certificates, and nothing else by that name.");
        }
    }

    /// <summary>Said of a value that is refused; of none that may be secret.</summary>
    public static void CheckValue(SettingsSource source, FrameworkSetting setting, string key, string text, SettingFindings findings)
    {
        if (!setting.Takes(text))
            findings.Refuse(key, $"\"{text}\" (from {source.Origin(key)}) is not one of its values.", $"Write {setting.Expected}.");
    }

    private static void CheckGroup(SettingsSource source, string key, string inner, SettingFindings findings)
    {
        // An endpoint that is written as one text has no Url, and is refused for that.
        if (AddressCheck.IsEndpoint(key))
            return;
        if (!key.Contains(':', StringComparison.Ordinal) && source.Origin(key) == SettingsSource.FromEnvironment)
            findings.Notice($"{key} (from {source.Origin(key)}) is not used: it is a group of settings, such as {inner}.");
        else
            findings.Refuse(key, $"it is a group of settings, and is written as one text (from {source.Origin(key)}).", $"Write each of them by its name, such as {inner}.");
    }
}
