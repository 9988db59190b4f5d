using System.Text;
using ChecklistBot.Rules;
using CsCheck;

namespace ChecklistBot.Assessments.Tests.Properties;

/// <summary>Random checklists: up to five items of up to four options; each rule but the last tests some options of one or two items.
/// Option ids are shared by items, as in the built-in one.</summary>
internal static class OtherChecklists
{
    private static readonly Gen<CompiledChecklist?> Perhaps =
        from options in Gen.Int[1, 4].Array[1, 5]
        from tests in Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 3]).Array[0, 4]
        from flag in Gen.Int[0, 99]
        select Load(options, tests, flag);

    /// <summary>Those that turn out sound: every rule and path is reached.</summary>
    public static Gen<CompiledChecklist> Any { get; } = Perhaps.Where(checklist => checklist is not null).Select(checklist => checklist!);

    private static CompiledChecklist? Load(int[] options, (int Item, int Option, int Second, int SecondOption, int Path)[] tests, int flag)
    {
        var rules = tests.Select((test, index) => (
            When: $$"""{ "all": [ {{Test(options, test.Item, test.Option)}}, {{Test(options, test.Second, test.SecondOption)}} ] }""",
            Path: $"p{(index == 0 ? 0 : test.Path)}",
            Id: $"r{index}")).Append((When: "{}", Path: "p9", Id: "last")).ToList();
        var paths = rules.Select(rule => rule.Path).Distinct();
        var text = new StringBuilder("""{ "id": "other", "version": "2", "title": "Another checklist?", "intro": "",""");
        text.Append("\"items\": [").AppendJoin(',', options.Select(Item)).Append("],");
        text.Append($$"""
            "flags": [ { "id": "raised", "label": "Raised", "when": {{Test(options, flag, flag)}} } ],
            """);
        text.Append("\"paths\": [").AppendJoin(',', paths.Select(path => $$"""{ "id": "{{path}}", "label": "Way {{path}}", "what": "What {{path}} is.", "next": "Do {{path}}." }""")).Append("],");
        text.Append("\"rules\": [").AppendJoin(',', rules.Select(rule => $$"""{ "id": "{{rule.Id}}", "when": {{rule.When}}, "path": "{{rule.Path}}" }""")).Append("],");
        text.Append("""
            "cautions": [ { "id": "other-way", "when": { "flag": "raised" }, "text": "Think twice.", "companion": { "path": "p9" } } ], "cases": [] }
            """);
        return ChecklistFile.Load(Encoding.UTF8.GetBytes(text.ToString()), "other.json").Checklist;
    }

    private static string Item(int options, int index)
    {
        var written = Enumerable.Range(0, options).Select(option =>
            $$"""{ "id": "o{{option}}", "label": "Item {{index}} option {{option}}", "meaning": "It is {{option}}." }""");
        return $$"""{ "id": "item-{{index}}", "question": "What about {{index}}?", "help": "", "options": [ {{string.Join(',', written)}} ] }""";
    }

    private static string Test(int[] options, int item, int option) =>
        $$"""{ "item": "item-{{item % options.Length}}", "in": ["o{{option % options[item % options.Length]}}"] }""";
}
