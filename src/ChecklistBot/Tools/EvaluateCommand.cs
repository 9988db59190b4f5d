using ChecklistBot.Rules;

namespace ChecklistBot.Tools;

/// <summary>Prints what answers lead to, as JSON of the shape that was given: one object, or a list with one result a line.</summary>
internal static class EvaluateCommand
{
    private const string StandardInput = "-";

    public static int Run(string[] args, Func<Stream> input, TextWriter output, TextWriter error)
    {
        string? checklistFile = null;
        string? answersFile = null;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--checklist" && checklistFile is null && i + 1 < args.Length) checklistFile = args[++i];
            else if (args[i] == "--checklist") return ToolCommands.Misused(error, "evaluate takes one --checklist, followed by a file.");
            else if (args[i] is ['-', _, ..]) return ToolCommands.Misused(error, $"evaluate has no option \"{args[i]}\".");
            else if (answersFile is null) answersFile = args[i];
            else return ToolCommands.Misused(error, $"evaluate takes one file of answers, but was given \"{args[i]}\" besides.");
        }

        if (answersFile is null) return ToolCommands.Misused(error, "evaluate needs the answers: a JSON file, or - for standard input.");
        var loaded = checklistFile is null
            ? ChecklistFile.Load(ChecklistFile.BuiltIn, "should-we-integrate.json")
            : ToolFile.LoadChecklist(checklistFile);
        return loaded.Checklist is { } checklist
            ? Evaluate(checklist, answersFile, input, output, error)
            : Refuse(loaded.Findings, error);
    }

    private static int Evaluate(CompiledChecklist checklist, string file, Func<Stream> input, TextWriter output, TextWriter error)
    {
        var name = file == StandardInput ? "(standard input)" : file;
        var (bytes, fault) = file == StandardInput ? ToolFile.Read(name, input, AnswersFile.Largest) : ToolFile.Read(file, AnswersFile.Largest);
        if (fault is not null) return Refuse([fault], error);
        var answers = AnswersFile.Read(bytes, name, checklist);
        if (!answers.Findings.IsEmpty) return Refuse(answers.Findings, error);
        if (answers.IsList) WriteList(checklist, answers.Sets, output);
        else output.WriteLine(EvaluationJson.Write(checklist, answers.Sets[0], indented: true));
        return ToolCommands.Done;
    }

    private static void WriteList(CompiledChecklist checklist, IReadOnlyList<AnswerSet> sets, TextWriter output)
    {
        output.WriteLine('[');
        for (var i = 0; i < sets.Count; i++)
        {
            output.Write(EvaluationJson.Write(checklist, sets[i], indented: false));
            output.WriteLine(i + 1 < sets.Count ? "," : "");
        }

        output.WriteLine(']');
    }

    private static int Refuse(IEnumerable<Finding> findings, TextWriter error)
    {
        foreach (var finding in findings) error.WriteLine(finding);
        return ToolCommands.WrongInput;
    }
}
