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
        builder = TryRead(args, sentence => StartRefusal.Explain(sentence, errors));
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

    /// <summary>What is configured, from all the places where the bot looks; null when a file or the command line cannot be read at all.</summary>
    /// <param name="args">Settings of the command line.</param>
    /// <param name="refuse">Hears why.</param>
    public static WebApplicationBuilder? TryRead(string[] args, Action<string> refuse)
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
            refuse($"{fault.Message} {Line(fault)}".Trim());
        }
        catch (FormatException fault)
        {
            refuse($"the command line cannot be read. {fault.Message}");
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
