using System.Reflection;

namespace ChecklistBot.Composition;

/// <summary>What the one who calls the binary by hand gets when it is asked what it can do, or for something that it cannot.</summary>
internal static class Usage
{
    private const int WrongUsage = 2;

    private const string Calls = """
        Usage:
          ChecklistBot                                        serve; settings from appsettings.json, the environment or --Key=value
          ChecklistBot check [FILE]                           say what is wrong with a checklist file
          ChecklistBot checklist                              print the built-in checklist file
          ChecklistBot evaluate [--checklist FILE] ANSWERS    print what answers lead to; ANSWERS is a JSON file, or - for standard input
          ChecklistBot manifests --out DIR                    write teams.zip, slack-http.json and slack-socket.json with the configured ids
          ChecklistBot copy --to postgresql CONNECTION        copy the configured SQLite file, or --from FILE, into an empty database; CONNECTION may be - for standard input
        """;

    /// <summary>The exit code; null when the call is to serve.</summary>
    public static int? TryAnswer(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        switch (args)
        {
            case []:
                return null;
            case ["help" or "--help" or "-h" or "-?", ..]:
                output.WriteLine(Calls);
                return 0;
            case ["version" or "--version", ..]:
                output.WriteLine(typeof(Usage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
                return 0;
            case [var word, ..] when !IsSetting(word):
                errors.WriteLine($"ChecklistBot has no call \"{word}\".");
                errors.WriteLine(Calls);
                return WrongUsage;
            default:
                return null;
        }
    }

    private static bool IsSetting(string word) => word.StartsWith('-') || word.StartsWith('/') || word.Contains('=', StringComparison.Ordinal);
}
