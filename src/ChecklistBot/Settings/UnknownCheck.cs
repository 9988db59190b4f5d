using ChecklistBot.Rules;

namespace ChecklistBot.Settings;

/// <summary>
/// Keys below the bot's own sections that it does not know: a notice, not a refusal, so that a settings file written for a
/// newer version still starts an older one.
/// </summary>
internal static class UnknownCheck
{
    public static void Run(SettingsSource source, SettingFindings findings)
    {
        foreach (var (key, _) in source.Entries)
        {
            if (!IsOurs(key) || KnownSettings.All.Any(setting => setting.Covers(key)) || ShapeCheck.Covers(key))
                continue;

            var nearest = Nearest.Closest(key, KnownSettings.All.Select(setting => setting.Name));
            findings.Notice(
                $"{key} (from {source.Origin(key)}) is not a setting of ChecklistBot and is not used."
                + (nearest is null ? "" : $" The nearest is {nearest}."));
        }
    }

    private static bool IsOurs(string key) =>
        KnownSettings.OwnSections.Any(section => key.StartsWith($"{section}:", StringComparison.OrdinalIgnoreCase));
}
