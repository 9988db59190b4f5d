using System.Text;

namespace ChecklistBot.Tools;

/// <summary>The calls of the binary that need no server: <c>check</c>, <c>checklist</c>, <c>evaluate</c>, <c>manifests</c> and <c>copy</c>.</summary>
public static class ToolCommands
{
    /// <summary>Exit code: done.</summary>
    public const int Done = 0;

    /// <summary>Exit code: the input is wrong, and what was printed says how.</summary>
    public const int WrongInput = 1;

    /// <summary>Exit code: the call is wrong, and what was printed says which calls there are.</summary>
    public const int WrongUsage = 2;

    /// <summary>Every call of the binary, a line each.</summary>
    public const string Calls = """
        Usage:
          ChecklistBot                                        serve; settings from appsettings.json, the environment or --Key=value
          ChecklistBot check [FILE]                           say what is wrong with a checklist file; without FILE the built-in one
          ChecklistBot checklist                              print the built-in checklist file
          ChecklistBot evaluate [--checklist FILE] ANSWERS    print what answers lead to; ANSWERS is a JSON file, or - for standard input
          ChecklistBot manifests --out DIR                    write teams.zip, slack-http.json and slack-socket.json with the configured ids
          ChecklistBot copy --to postgresql CONNECTION        copy the configured SQLite file, or --from FILE, into an empty database; CONNECTION may be - for standard input
        """;

    /// <summary>Runs the call on the process's own streams, always as UTF-8.</summary>
    /// <returns>The exit code; null when the arguments call for something else.</returns>
    public static int? TryRun(string[] args)
    {
        if (Find(args) is not { } call)
            return null;
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var input = Console.OpenStandardInput();
        using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
        using var error = new StreamWriter(Console.OpenStandardError(), utf8);
        return call(input, output, error);
    }

    /// <summary>Runs the call on the given streams.</summary>
    /// <returns>The exit code; null when the arguments call for something else.</returns>
    public static int? TryRun(string[] args, Stream input, TextWriter output, TextWriter error) => Find(args)?.Invoke(input, output, error);

    private static Func<Stream, TextWriter, TextWriter, int>? Find(string[] args) => args switch
    {
        ["check", .. var rest] => (_, output, error) => CheckCommand.Run(rest, output, error),
        ["checklist", .. var rest] => (_, output, error) => ChecklistCommand.Run(rest, output, error),
        ["evaluate", .. var rest] => (input, output, error) => EvaluateCommand.Run(rest, input, output, error),
        ["manifests", .. var rest] => (_, output, error) => ManifestsCommand.Run(rest, output, error),
        ["copy", .. var rest] => (input, output, error) => CopyCommand.Run(rest, input, output, error),
        _ => null,
    };

    internal static int Misused(TextWriter error, string fault)
    {
        error.WriteLine(fault);
        error.WriteLine(Calls);
        return WrongUsage;
    }
}
