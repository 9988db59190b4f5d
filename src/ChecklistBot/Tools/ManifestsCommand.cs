using ChecklistBot.Composition;
using ChecklistBot.Settings;
using ChecklistBot.Slack.Manifests;
using ChecklistBot.Teams.Manifest;

namespace ChecklistBot.Tools;

/// <summary>Writes the files that the platforms are given to make the app, with the configured ids.</summary>
internal static class ManifestsCommand
{
    private const string TeamsFileName = "teams.zip";

    /// <param name="args"><c>--out DIR</c>, then settings as for serving.</param>
    /// <param name="output">Hears of each file written.</param>
    /// <param name="error">Hears of each that could not be, and why.</param>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args is not ["--out", var folder, .. var settings] || folder.Length == 0)
            return ToolCommands.Misused(error, "manifests takes --out and a folder.");
        if (SettingWords.FirstUnused(settings) is { } word)
            return ToolCommands.Misused(error, $"manifests has no use for \"{word}\": behind the folder it takes settings, such as --PublicUrl=https://checklist.example.org.");

        // From every place where the serving bot looks: the ids must be the ones that it will serve with.
        if (BotBuilder.TryRead(settings, sentence => error.WriteLine($"The settings cannot be read: {sentence}")) is not { } builder)
            return ToolCommands.WrongInput;
        if (File.Exists(folder))
        {
            error.WriteLine($"{Path.GetFullPath(folder)} is a file: name a folder behind --out.");
            return ToolCommands.WrongInput;
        }

        try
        {
            Directory.CreateDirectory(folder);
            var source = new SettingsSource(builder.Configuration, builder.Environment.IsDevelopment(), Environment.CurrentDirectory);
            return Write(Path.GetFullPath(folder), source, output, error);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"The files cannot be written into {Path.GetFullPath(folder)}: {fault.Message.TrimEnd('.')}. Name a folder that you may write into behind --out.");
            return ToolCommands.WrongInput;
        }
    }

    /// <summary>Every file that can be written is; each missing setting is named.</summary>
    private static int Write(string folder, SettingsSource settings, TextWriter output, TextWriter error)
    {
        var complete = true;
        Save(SlackManifest.SocketFileName, file => WriteText(file, SlackManifest.Socket()));

        // What the serving bot refuses as its address is none here either.
        var site = AddressCheck.Public(settings, new SettingFindings());
        if (SlackManifest.Http(site?.AbsoluteUri) is { } http)
            Save(SlackManifest.HttpFileName, file => WriteText(file, http));
        else
            Missing(SlackManifest.HttpFileName, "PublicUrl", "the https address that Slack can reach the bot at");

        if (!Guid.TryParse(settings.Value("Teams:AppId"), out var appId))
            Missing(TeamsFileName, "Teams:AppId", "the application (client) id of the Entra application");
        else if (site is null || site.Scheme != Uri.UriSchemeHttps)
            Missing(TeamsFileName, "PublicUrl", "an https address where people find out more about the bot");
        else
            Save(TeamsFileName, file => TeamsPackage.Write(file, new TeamsPackageContent(appId, site, Version, PinsThroughGraph(settings))));
        return complete ? ToolCommands.Done : ToolCommands.WrongInput;

        void Save(string name, Action<Stream> write)
        {
            var path = Path.Combine(folder, name);
            using (var file = File.Create(path))
                write(file);
            output.WriteLine($"Written: {path}");
        }

        void Missing(string name, string key, string what)
        {
            complete = false;
            error.WriteLine($"{name} is not written: {key} is not set, or is no such thing. Set it to {what}.");
        }
    }

    /// <summary>The app's version in Teams is the program's.</summary>
    private static string Version => typeof(ManifestsCommand).Assembly.GetName().Version!.ToString(fieldCount: 3);

    private static bool PinsThroughGraph(SettingsSource settings) =>
        bool.TryParse(settings.Value("Teams:Graph:Pin"), out var pins) && pins;

    private static void WriteText(Stream file, string text) => file.Write(System.Text.Encoding.UTF8.GetBytes(text));
}
