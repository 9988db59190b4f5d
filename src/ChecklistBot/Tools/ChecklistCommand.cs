using System.Text;
using ChecklistBot.Rules;

namespace ChecklistBot.Tools;

/// <summary>Prints the built-in checklist file, to begin one's own from.</summary>
internal static class ChecklistCommand
{
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Length > 0) return ToolCommands.Misused(error, $"checklist takes no argument, but was given \"{args[0]}\".");
        output.Write(Encoding.UTF8.GetString(ChecklistFile.BuiltIn.Span));
        return ToolCommands.Done;
    }
}
