using ChecklistBot.Assessments.Commands;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>Checklists with the grammar that is made from them once.</summary>
internal sealed class Checklists
{
    private Checklists(CompiledChecklist compiled)
    {
        Compiled = compiled;
        Grammar = new Grammar(Vocabulary.Of(compiled.Definition));
    }

    /// <summary>The one that the product brings along.</summary>
    public static Checklists BuiltIn { get; } = new(ChecklistFile.LoadBuiltIn());

    public CompiledChecklist Compiled { get; }

    public Grammar Grammar { get; }

    /// <summary>Any compiled checklist.</summary>
    public static Checklists With(CompiledChecklist compiled) => new(compiled);

    /// <summary>A checklist from a file's text; the test fails with its findings when it is not sound.</summary>
    public static Checklists Of(string json)
    {
        var result = ChecklistFile.Load(System.Text.Encoding.UTF8.GetBytes(json), "test.json");
        Assert.Empty(result.Findings);
        return new Checklists(result.Checklist!);
    }
}
