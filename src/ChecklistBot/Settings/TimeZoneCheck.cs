namespace ChecklistBot.Settings;

/// <summary>Whether the machine knows the time zone.</summary>
internal static class TimeZoneCheck
{
    private const string Key = "TimeZone";
    private const string Default = "Europe/London";

    public static TimeZoneInfo Run(SettingsSource source, SettingFindings findings)
    {
        var id = source.Value(Key) ?? Default;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return zone;

        // A machine without time zone data fails for every name, and then the name is not what needs mending.
        if (TimeZoneInfo.TryFindSystemTimeZoneById(Default, out _))
            findings.Refuse(
                Key,
                $"\"{id}\" (from {source.Origin(Key)}) is not a time zone that this machine knows.",
                $"Write a name from the IANA list, such as {Default} or Europe/Dublin.");
        else
            findings.Refuse(
                Key,
                $"this machine has no time zone data, so \"{id}\" cannot be found.",
                "Install the package tzdata, or set TimeZone to UTC.");
        return TimeZoneInfo.Utc;
    }
}
