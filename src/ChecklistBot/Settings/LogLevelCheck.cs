namespace ChecklistBot.Settings;

/// <summary>Whether each configured log level is one: the framework stops at the first that is not, and does not say which.</summary>
internal static class LogLevelCheck
{
    private const string Section = "Logging:";
    private const string Part = "LogLevel";

    public static void Run(SettingsSource source, SettingFindings findings)
    {
        foreach (var (key, text) in source.Entries)
        {
            if (IsLevel(key) && !Enum.TryParse<LogLevel>(text, ignoreCase: true, out _))
                findings.Refuse(
                    key,
                    $"\"{text}\" (from {source.Origin(key)}) is not a log level.",
                    $"Write {Words.OneOf(Enum.GetNames<LogLevel>())}.");
        }
    }

    /// <summary><c>Logging:LogLevel:CATEGORY</c>, or <c>Logging:OUTPUT:LogLevel:CATEGORY</c>.</summary>
    private static bool IsLevel(string key) => key.StartsWith(Section, StringComparison.OrdinalIgnoreCase) && key.Split(':') switch
    {
        [_, var part, _] => IsPart(part),
        [_, _, var part, _] => IsPart(part),
        _ => false,
    };

    private static bool IsPart(string word) => string.Equals(word, Part, StringComparison.OrdinalIgnoreCase);
}
