using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace ChecklistBot.Settings;

/// <summary>The configuration as the checks see it: blank values count as not set, and each value knows where it was written.</summary>
/// <param name="configuration">Files, environment and command line together.</param>
/// <param name="isDevelopment">Whether the environment's name is Development.</param>
/// <param name="folder">The full path of the folder that the bot was started from; relative paths begin there.</param>
internal sealed class SettingsSource(IConfigurationRoot configuration, bool isDevelopment, string folder)
{
    /// <summary>The <see cref="Origin"/> that other programs write to as well.</summary>
    public const string FromEnvironment = "the environment";

    public bool IsDevelopment => isDevelopment;

    public string Folder => folder;

    /// <summary>Every key that has a value, in alphabetical order of keys.</summary>
    public IEnumerable<KeyValuePair<string, string>> Entries =>
        configuration.AsEnumerable()
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!.Trim()))
            .OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The trimmed text at <paramref name="key"/>, or null when there is none or only white space.</summary>
    public string? Value(string key) => configuration[key]?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Where the value at <paramref name="key"/> was written, in words for a sentence.</summary>
    public string Origin(string key)
    {
        var provider = configuration.Providers.LastOrDefault(candidate => candidate.TryGet(key, out _));
        return provider switch
        {
            JsonConfigurationProvider file => file.Source.Path ?? "a settings file",
            EnvironmentVariablesConfigurationProvider => FromEnvironment,
            CommandLineConfigurationProvider => "the command line",
            null => "nowhere",
            _ => "the settings",
        };
    }

    /// <summary>A copy with the bot's own settings alone, without blanks and without the keys in <paramref name="except"/>.</summary>
    public IConfiguration ForBinding(IReadOnlySet<string> except) => new ConfigurationBuilder()
        .AddInMemoryCollection(Entries
            .Where(pair => !except.Contains(pair.Key) && KnownSettings.All.Any(setting => setting.Covers(pair.Key)))
            .Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)))
        .Build();
}
