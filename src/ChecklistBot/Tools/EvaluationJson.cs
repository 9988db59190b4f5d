using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ChecklistBot.Rules;

namespace ChecklistBot.Tools;

/// <summary>Everything the engine says about one answer set, with ids for indices, in the order of the checklist file.</summary>
internal static class EvaluationJson
{
    public static string Write(CompiledChecklist checklist, AnswerSet set, bool indented)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented, NewLine = "\n" }))
            Write(json, checklist, set);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void Write(Utf8JsonWriter json, CompiledChecklist checklist, AnswerSet set)
    {
        var definition = checklist.Definition;
        var outcome = checklist.Evaluate(set);
        json.WriteStartObject();
        json.WriteBoolean("settled", outcome.Settled);
        json.WriteString("path", outcome.Path is { } path ? definition.Paths[path].Id : null);
        json.WriteString("rule", outcome.Rule is { } rule ? definition.Rules[rule].Id : null);
        WriteIds(json, "flags", outcome.Flags, flag => definition.Flags[flag].Id);
        WriteIds(json, "cautions", outcome.Cautions, caution => definition.Cautions[caution].Id);
        json.WriteString("companion", outcome.Companion is { } companion ? definition.Paths[companion].Id : null);
        WriteReason(json, checklist, checklist.Explain(set));
        WriteIds(json, "reachable", outcome.Reachable, reachable => definition.Paths[reachable].Id);
        WriteIds(json, "matters", outcome.Matters, item => definition.Items[item].Id);
        WriteChanges(json, definition, checklist.WhatIf(set));
        json.WriteEndObject();
    }

    private static void WriteIds(Utf8JsonWriter json, string name, ImmutableArray<int> indices, Func<int, string> id)
    {
        json.WriteStartArray(name);
        foreach (var index in indices) json.WriteStringValue(id(index));
        json.WriteEndArray();
    }

    private static void WriteReason(Utf8JsonWriter json, CompiledChecklist checklist, AnswerSet? reason)
    {
        if (reason is not { } answers)
        {
            json.WriteNull("because");
            return;
        }

        json.WriteStartObject("because");
        for (var item = 0; item < checklist.Definition.Items.Length; item++)
        {
            var definition = checklist.Definition.Items[item];
            if (checklist.OptionOf(answers, item) is { } option) json.WriteString(definition.Id, definition.Options[option].Id);
        }

        json.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter json, ChecklistDefinition definition, ImmutableArray<WhatIf> changes)
    {
        json.WriteStartArray("whatIf");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("item", definition.Items[change.Item].Id);
            json.WriteString("option", definition.Items[change.Item].Options[change.Option].Id);
            json.WriteString("path", definition.Paths[change.Path].Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
