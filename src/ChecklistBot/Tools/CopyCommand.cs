using ChecklistBot.Settings;
using ChecklistBot.Storage;
using ChecklistBot.Storage.Copying;

namespace ChecklistBot.Tools;

/// <summary>Moves what a SQLite file holds to PostgreSQL.</summary>
internal static class CopyCommand
{
    private const string StandardInput = "-";

    /// <param name="args"><c>--to postgresql CONNECTION</c>, perhaps <c>--from FILE</c>, and settings as for serving.</param>
    /// <param name="input">Opens what has the connection string where the call does not.</param>
    /// <param name="output">Hears how it goes on and what comes next.</param>
    /// <param name="error">Hears why nothing was copied.</param>
    public static int Run(string[] args, Func<Stream> input, TextWriter output, TextWriter error)
    {
        string? target = null;
        string? file = null;
        var settings = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--to" && target is null && i + 2 < args.Length && IsPostgres(args[i + 1])) (target, i) = (args[i + 2], i + 2);
            else if (args[i] == "--to") return ToolCommands.Misused(error, "copy takes one --to, followed by postgresql and its connection string.");
            else if (args[i] == "--from" && file is null && i + 1 < args.Length && args[i + 1].Length > 0) file = args[++i];
            else if (args[i] == "--from") return ToolCommands.Misused(error, "copy takes one --from, followed by a file.");
            else if (args[i].StartsWith("--", StringComparison.Ordinal) && args[i].Contains('=', StringComparison.Ordinal)) settings.Add(args[i]);
            else return ToolCommands.Misused(error, $"copy has no use for \"{args[i]}\".");
        }

        if (target is null) return ToolCommands.Misused(error, "copy needs to know where to: --to postgresql and its connection string.");
        if (target == StandardInput && (target = ReadLine(input)) is null)
        {
            error.WriteLine("The connection string cannot be read: the standard input is closed. Write it there, or behind postgresql.");
            return ToolCommands.WrongInput;
        }

        var source = file is null ? CopySource.Configured([.. settings], output, error) : CopySource.File(file);
        return source is null ? ToolCommands.WrongInput : Copy(source, target, output, error);
    }

    /// <summary>Blank when there is nothing to read; null when nothing can be read at all.</summary>
    private static string? ReadLine(Func<Stream> input)
    {
        try
        {
            using var reader = new StreamReader(input());
            return reader.ReadLine() ?? "";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsPostgres(string word) => string.Equals(word, StorageSection.PostgreSqlProvider, StringComparison.OrdinalIgnoreCase);

    private static int Copy(string source, string target, TextWriter output, TextWriter error)
    {
        var story = new CopyStory(output);
        try
        {
            if (StoreCopy.RunAsync(source, target, story, CancellationToken.None).GetAwaiter().GetResult() == CopyOutcome.Unknown)
            {
                error.WriteLine("The connection broke at the very end, so nobody knows whether the copy was kept. Make the same call again: if it says that");
                error.WriteLine("the database holds something already, the copy is complete: set the two settings and start the bot.");
                return ToolCommands.WrongInput;
            }
        }
        catch (StoreException fault)
        {
            output.Flush();
            error.WriteLine(fault.Message);
            error.WriteLine("Nothing was copied, and neither the file nor the database was changed.");
            return ToolCommands.WrongInput;
        }

        story.End();
        return ToolCommands.Done;
    }
}
