using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ChecklistBot.Settings;
using Microsoft.Extensions.Configuration.Json;

namespace ChecklistBot.Composition;

/// <summary>The first steps of a start: reading what is configured, before anything is built from it.</summary>
internal static class BotBuilder
{
    private const string SettingsFile = "appsettings.json";

    /// <summary>
    /// A builder and the settings that it will be composed with; or false, after <paramref name="errors"/> has been told why the
    /// bot does not start.
    /// </summary>
    public static bool TryCreate(
        string[] args,
        TextWriter errors,
        [NotNullWhen(true)] out WebApplicationBuilder? builder,
        [NotNullWhen(true)] out BotSettings? settings)
    {
        settings = null;
        builder = TryReadConfiguration(args, errors);
        if (builder is null)
            return false;

        var source = new SettingsSource(builder.Configuration, builder.Environment.IsDevelopment(), Environment.CurrentDirectory);
        var findings = new SettingFindings();
        settings = SettingsReading.Read(source, findings);
        if (settings is null)
        {
            StartRefusal.Explain(findings.Problems, errors);
            return false;
        }

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(findings);
        return true;
    }

    /// <summary>Null when a file or the command line cannot be read at all.</summary>
    private static WebApplicationBuilder? TryReadConfiguration(string[] args, TextWriter errors)
    {
        try
        {
            // Settings are read once, at start: without the file watchers that would notice later edits, it starts sooner.
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
            {
                Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            });

            // A file beside the executable counts too, so that a service started from another folder finds its settings;
            // what is in the present folder, the environment and the command line goes before it.
            if (!string.Equals(AppContext.BaseDirectory.TrimEnd('/'), Environment.CurrentDirectory, StringComparison.Ordinal))
                builder.Configuration.Sources.Insert(0, BesideExecutable());
            return builder;
        }
        catch (InvalidDataException fault)
        {
            StartRefusal.Explain($"{fault.Message} {Line(fault)}".Trim(), errors);
        }
        catch (FormatException fault)
        {
            StartRefusal.Explain($"the command line cannot be read. {fault.Message}", errors);
        }

        return null;
    }

    /// <summary>Where in a file that is not JSON the reader gave up; empty when it does not say.</summary>
    private static string Line(Exception fault)
    {
        for (var cause = fault.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is JsonException { LineNumber: { } line } json)
                return $"It is not valid JSON: line {line + 1}, byte {json.BytePositionInLine + 1}.";
        }

        return "";
    }

    private static JsonConfigurationSource BesideExecutable()
    {
        var source = new JsonConfigurationSource
        {
            Path = Path.Combine(AppContext.BaseDirectory, SettingsFile),
            Optional = true,
        };
        source.ResolveFileProvider();
        return source;
    }
}
