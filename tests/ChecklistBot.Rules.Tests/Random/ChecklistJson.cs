using System.Text;
using System.Text.Json.Nodes;

namespace ChecklistBot.Rules.Tests.Random;

/// <summary>Writes a definition as a checklist file, one entry a line.</summary>
internal static class ChecklistJson
{
    public static byte[] Write(ChecklistDefinition definition)
    {
        var text = new StringBuilder("{ \"id\": \"random\", \"version\": \"1\", \"title\": \"Random\", \"intro\": \"\",\n");
        Section(text, "items", definition.Items, Item);
        Section(text, "flags", definition.Flags, flag => new JsonObject { ["id"] = flag.Id, ["label"] = flag.Label, ["when"] = When(flag.When) });
        Section(text, "paths", definition.Paths, path => new JsonObject
        {
            ["id"] = path.Id,
            ["label"] = path.Label,
            ["what"] = path.What,
            ["next"] = path.Next,
        });
        Section(text, "rules", definition.Rules, rule => new JsonObject { ["id"] = rule.Id, ["when"] = When(rule.When), ["path"] = rule.Path });
        Section(text, "cautions", definition.Cautions, Caution);
        return Encoding.UTF8.GetBytes(text.Append("\"cases\": [] }\n").ToString());
    }

    private static void Section<T>(StringBuilder text, string name, IEnumerable<T> entries, Func<T, JsonObject> write) =>
        text.Append('"').Append(name).Append("\": [\n").AppendJoin(",\n", entries.Select(entry => write(entry).ToJsonString())).Append("],\n");

    private static JsonObject Item(ItemDefinition item) => new()
    {
        ["id"] = item.Id,
        ["question"] = item.Question,
        ["options"] = new JsonArray([.. item.Options.Select(option => new JsonObject
        {
            ["id"] = option.Id,
            ["label"] = option.Label,
            ["meaning"] = option.Meaning,
        })]),
    };

    private static JsonObject Caution(CautionDefinition caution)
    {
        var written = new JsonObject { ["id"] = caution.Id, ["when"] = When(caution.When), ["text"] = caution.Text };
        if (caution.Companion is { Path: { } path }) written["companion"] = new JsonObject { ["path"] = path };
        else if (caution.Companion is { IfItem: { } item, IfOption: { } option })
            written["companion"] = new JsonObject { ["if"] = new JsonObject { ["item"] = item, ["option"] = option } };
        return written;
    }

    private static JsonObject When(Condition condition) => condition switch
    {
        ItemCondition test => new JsonObject { ["item"] = test.Item, ["in"] = Texts(test.Options) },
        FlagCondition test => new JsonObject { ["flag"] = test.Flag },
        PathCondition test => new JsonObject { ["path"] = Texts(test.Paths) },
        DiffersCondition test => new JsonObject { ["differs"] = new JsonObject { ["item"] = test.Item, ["option"] = test.Option } },
        AllCondition test => new JsonObject { ["all"] = new JsonArray([.. test.Parts.Select(When)]) },
        AnyCondition test => new JsonObject { ["any"] = new JsonArray([.. test.Parts.Select(When)]) },
        NotCondition test => new JsonObject { ["not"] = When(test.Part) },
        _ => [],
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
