using System.Collections.Immutable;
using System.Text.Json;

namespace ChecklistBot.Rules;

/// <summary>Reads answers such as <c>{"frequency":"real-time"}</c>; null stands for an open item, as leaving it out does.</summary>
internal sealed class AnswersReader(References references, FindingList findings)
{
    /// <summary>The ids of items and options; those that cannot be resolved have findings.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Read(SourceNode node, string name)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            findings.Add(node.Line, name, $"is {node.KindInWords}; write answers as an object such as {{\"item\":\"option\"}}");
            return [];
        }

        var answers = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var seen = new HashSet<string>();
        foreach (var property in node.Properties)
        {
            var item = references.Item(new SourceNode(JsonValueKind.String, property.Line) { Text = property.Name }, name);
            if (!seen.Add(property.Name)) findings.Add(property.Line, property.Name, $"is answered twice in {Quoting.Bare(name)}; keep one");
            if (property.Value.Kind != JsonValueKind.Null) answers.Add(new(item, references.Option(item, property.Value, name)));
        }

        return answers.ToImmutable();
    }
}
