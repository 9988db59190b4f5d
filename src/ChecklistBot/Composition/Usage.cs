using System.Reflection;
using ChecklistBot.Tools;

namespace ChecklistBot.Composition;

/// <summary>What the one who calls the binary by hand gets when it is asked what it can do, or for something that it cannot.</summary>
internal static class Usage
{
    /// <summary>The exit code; null when the call is to serve.</summary>
    public static int? TryAnswer(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        switch (args)
        {
            case ["help" or "--help" or "-h" or "-?", ..]:
                output.WriteLine(ToolCommands.Calls);
                return 0;
            case ["version" or "--version", ..]:
                output.WriteLine(typeof(Usage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
                return 0;
            case [var word, ..] when !IsSetting(word):
                errors.WriteLine($"ChecklistBot has no call \"{word}\".");
                errors.WriteLine(ToolCommands.Calls);
                return ToolCommands.WrongUsage;
            case var words when SettingWords.FirstUnused(words) is { } word:
                errors.WriteLine($"ChecklistBot has no use for \"{word}\" there: a setting is written --Key=value, and a call stands before all settings.");
                errors.WriteLine(ToolCommands.Calls);
                return ToolCommands.WrongUsage;
            default:
                return null;
        }
    }

    private static bool IsSetting(string word) => word.StartsWith('-') || word.StartsWith('/') || word.Contains('=', StringComparison.Ordinal);
}
