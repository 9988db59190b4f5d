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

    /// <summary>Runs the call.</summary>
    /// <param name="args">The call and what it is given.</param>
    /// <param name="input">Opens the standard input, which may have been closed: only a call that reads it needs it.</param>
    /// <param name="output">Hears the answer.</param>
    /// <param name="error">Hears why there is none.</param>
    /// <returns>The exit code; null when the arguments call for something else.</returns>
    public static int? TryRun(string[] args, Func<Stream> input, TextWriter output, TextWriter error) => Find(args)?.Invoke(input, output, error);

    private static Func<Func<Stream>, TextWriter, TextWriter, int>? Find(string[] args) => args switch
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
