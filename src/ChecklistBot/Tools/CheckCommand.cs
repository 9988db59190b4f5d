using System.Globalization;
using ChecklistBot.Rules;

namespace ChecklistBot.Tools;

/// <summary>Prints every finding about a checklist file on a line of its own.</summary>
internal static class CheckCommand
{
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Length > 1) return ToolCommands.Misused(error, $"check takes one file, but was given {args.Length} arguments.");
        if (args is [['-', ..] option]) return ToolCommands.Misused(error, $"check has no option \"{option}\".");
        var result = args is [var file] ? ToolFile.LoadChecklist(file) : ChecklistFile.Load(ChecklistFile.BuiltIn, "should-we-integrate.json");
        foreach (var finding in result.Findings) output.WriteLine(finding);
        if (result.Checklist is not { } checklist) return ToolCommands.WrongInput;
        var definition = checklist.Definition;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Sound: {definition.Id} {definition.Version}, {Of(definition.Items.Length, "item")}, {checklist.AnswerSets:N0} answer sets with open items, {(definition.Cases.Length == 1 ? "1 case comes" : $"{definition.Cases.Length} cases come")} out as written."));
        return ToolCommands.Done;

        static string Of(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
    }
}
