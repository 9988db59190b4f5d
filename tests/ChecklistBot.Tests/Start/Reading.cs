using ChecklistBot.Settings;
using Microsoft.Extensions.Configuration;

namespace ChecklistBot.Tests.Start;

/// <summary>What the checks say of some settings, without starting anything.</summary>
internal sealed record Reading(BotSettings? Settings, SettingFindings Findings)
{
    public IEnumerable<string> RefusedKeys => Findings.Problems.Select(problem => problem.Key);

    public static Reading InDevelopment(string folder, params (string Key, string Value)[] settings) => Of(folder, true, settings);

    public static Reading InProduction(string folder, params (string Key, string Value)[] settings) => Of(folder, false, settings);

    private static Reading Of(string folder, bool isDevelopment, (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)))
            .Build();
        var findings = new SettingFindings();
        return new Reading(SettingsReading.Read(new SettingsSource(configuration, isDevelopment, folder), findings), findings);
    }
}
