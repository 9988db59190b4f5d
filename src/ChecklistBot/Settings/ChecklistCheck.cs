using System.Security;
using ChecklistBot.Rules;

namespace ChecklistBot.Settings;

/// <summary>Loads the configured checklist, and tells every finding when it is not sound.</summary>
internal static class ChecklistCheck
{
    private const string Key = "Checklist";

    /// <summary>The built-in checklist when none is configured; null after a refusal.</summary>
    public static CompiledChecklist? Run(SettingsSource source, SettingFindings findings)
    {
        if (source.Value(Key) is not { } configured)
            return ChecklistFile.LoadBuiltIn();

        var path = Path.GetFullPath(configured, source.Folder);
        if (Read(path, out var obstacle) is not { } bytes)
        {
            findings.Refuse(
                Key,
                $"the file {path} cannot be read: {obstacle}",
                "Write the path of a checklist file, or leave it out to use the built-in checklist.");
            return null;
        }

        var loaded = ChecklistFile.Load(bytes, configured);
        if (loaded.Checklist is null)
            findings.Refuse(
                Key,
                $"the checklist {path} is not sound.",
                "Mend what follows; the call \"check FILE\" says the same without starting the bot.",
                [.. loaded.Findings.Select(finding => finding.ToString())]);
        return loaded.Checklist;
    }

    private static byte[]? Read(string path, out string? obstacle)
    {
        obstacle = Directory.Exists(path) ? "it is a folder." : null;
        if (obstacle is not null)
            return null;

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SecurityException)
        {
            obstacle = fault.Message;
            return null;
        }
    }
}
