using ChecklistBot.Slack;
using ChecklistBot.Teams.Settings;

namespace ChecklistBot.Settings;

/// <summary>From configuration to <see cref="BotSettings"/>: every check runs, so that all problems are told at once.</summary>
internal static class SettingsReading
{
    /// <summary>Null when <paramref name="findings"/> holds a problem.</summary>
    public static BotSettings? Read(SettingsSource source, SettingFindings findings)
    {
        UnknownCheck.Run(source, findings);
        ShapeCheck.Run(source, findings);
        FormCheck.Run(source, findings);
        FrameworkCheck.Run(source, findings);
        TelemetryCheck.Run(source, findings);
        var addresses = AddressCheck.Run(source, findings);
        ListeningCheck.Run(source, addresses, findings);
        var publicUrl = AddressCheck.Public(source, findings);
        var timeZone = TimeZoneCheck.Run(source, findings);

        // Binding throws on a value of the wrong form, and the form check has already said so better.
        var refused = findings.Problems.Select(problem => problem.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var bound = source.ForBinding(refused);
        var storage = bound.GetSection("Storage").Get<StorageSection>() ?? new StorageSection();
        var teams = bound.GetSection("Teams").Get<TeamsSettings>() ?? new TeamsSettings();
        var slack = bound.GetSection("Slack").Get<SlackSettings>() ?? new SlackSettings();
        var web = bound.GetSection("Web").Get<WebSection>() ?? new WebSection();
        var isWebOn = web.Enabled ?? source.IsDevelopment;

        var databasePath = refused.Contains("Storage:Provider") ? null : StorageCheck.Run(source, storage, findings);
        TeamsCheck.Run(source, teams, addresses, findings);
        SlackCheck.Run(slack, findings);
        WebCheck.Run(isWebOn, web.Key, addresses, publicUrl, findings);
        if (!isWebOn && !teams.IsOn && !slack.IsOn)
            findings.Notice("Nothing is switched on, so nobody can use the bot: set Teams:AppId, or Slack:BotToken with Slack:AppToken, or Web:Enabled.");
        var checklist = ChecklistCheck.Run(source, findings);
        if (checklist is null || findings.Problems.Count > 0)
            return null;

        return new BotSettings
        {
            IsDevelopment = source.IsDevelopment,
            Addresses = addresses,
            PublicUrl = publicUrl,
            TimeZone = timeZone,
            Storage = storage,
            DatabasePath = databasePath,
            Checklist = checklist,
            Teams = teams,
            Slack = slack,
            IsWebOn = isWebOn,
            WebKey = web.Key,
        };
    }
}
