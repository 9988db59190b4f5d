using System.Diagnostics.CodeAnalysis;
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
        if (!HasFolder())
        {
            refuse("the folder that it was started in is no longer there. Change to one that is, and start it from there.");
            return null;
        }

        try
        {
            // Settings are read once, at start: without the file watchers that would notice later edits, it starts sooner.
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
            {
                Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"],
            });

            // A file beside the executable counts too, so that a service started from another folder finds its settings;
            // what is in the present folder, the environment and the command line goes before it.
            if (!string.Equals(AppContext.BaseDirectory.TrimEnd('/'), Environment.CurrentDirectory, StringComparison.Ordinal))
                builder.Configuration.Sources.Insert(0, BesideExecutable());
            if (Folder(builder.Environment) is { } folder)
            {
                refuse($"{folder} is a folder, so no settings can be read from it. Put the settings file there, or take the folder away.");
                return null;
            }

            ForgetBlanks(builder.Configuration);
            return builder;
        }
        catch (InvalidDataException fault)
        {
            refuse($"{fault.Message} {SettingsFileFault.Of(fault)}".Trim());
        }
        catch (DirectoryNotFoundException fault)
        {
            refuse($"there is no folder {fault.Message}, and contentRoot (or ASPNETCORE_CONTENTROOT) names it. Write another, or leave it out.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            refuse($"a settings file cannot be read. {fault.Message} Let the bot's account read it, or take it away.");
        }
        catch (FormatException fault)
        {
            refuse($"the command line cannot be read. {fault.Message}");
        }

        return null;
    }

    /// <summary>What stands where a settings file is looked for and is none, as when a container was given a file that its host does not have; else null.</summary>
    private static string? Folder(IHostEnvironment environment) => new[]
    {
        Path.Combine(environment.ContentRootPath, SettingsFile),
        Path.Combine(environment.ContentRootPath, $"appsettings.{environment.EnvironmentName}.json"),
        Path.Combine(AppContext.BaseDirectory, SettingsFile),
    }.FirstOrDefault(Directory.Exists);

    /// <summary>The process keeps a folder that was removed meanwhile, and can neither read nor write in it.</summary>
    private static bool HasFolder()
    {
        try
        {
            return Directory.Exists(Environment.CurrentDirectory);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>A blank value is the same as none to the bot, and has to be to the framework, which stops at a blank log level.</summary>
    private static void ForgetBlanks(ConfigurationManager configuration)
    {
        foreach (var (key, value) in configuration.AsEnumerable().Where(pair => pair.Value is { Length: > 0 } text && string.IsNullOrWhiteSpace(text)).ToList())
            configuration[key] = "";
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
