using Microsoft.Extensions.Options;

namespace ChecklistBot.Composition;

/// <summary>
/// The framework logs requests and outbound calls with their addresses, and those carry names and secrets. So whatever levels are configured, for one
/// category or for one kind of output, its own categories never tell less than a warning; the bot's categories follow the configuration.
/// </summary>
internal sealed class QuietFramework : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] Categories = ["Microsoft", "System", "Azure", "Polly", "Npgsql", "OpenTelemetry"];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        foreach (var loud in options.Rules.Where(rule => IsFrameworks(rule.CategoryName) && rule is { Filter: null, LogLevel: null or < LogLevel.Warning }).ToArray())
            options.Rules.Remove(loud);

        // A rule for one kind of output goes before every rule for all of them, so each kind that has any gets these too.
        foreach (var output in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToArray())
            foreach (var category in Categories.Where(category => !options.Rules.Any(rule => rule.ProviderName == output && rule.CategoryName == category)))
                options.Rules.Add(new LoggerFilterRule(output, category, LogLevel.Warning, filter: null));
    }

    private static bool IsFrameworks(string? category) =>
        category is not null && Array.Exists(Categories, own => category.StartsWith(own, StringComparison.OrdinalIgnoreCase));
}
