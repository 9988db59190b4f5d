using System.Globalization;
using System.Text.Json;

namespace ChecklistBot.Rules;

/// <summary>Reads the properties of one JSON object of the file and reports what is missing, of the wrong kind, given twice or
/// unknown. A property that cannot be read counts as empty, so that reading goes on.</summary>
internal sealed class SourceObject
{
    private static readonly SourceNode Nothing = new(JsonValueKind.Undefined, 1);

    private readonly SourceNode _node;
    private readonly FindingList _findings;

    private SourceObject(SourceNode node, string name, FindingList findings) => (_node, Name, _findings) = (node, name, findings);

    /// <summary>The object's id once it has been read, before that its place, such as <c>items[2]</c>.</summary>
    public string Name { get; private set; }

    public int Line => _node.Line;

    public IEnumerable<SourceProperty> Properties => _node.Properties;

    /// <summary>Null, with a finding, when the node is no object.</summary>
    public static SourceObject? Of(SourceNode node, string name, FindingList findings, params string[] properties)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            findings.Add(node.Line, name, $"is {node.KindInWords}; write an object {{ … }}");
            return null;
        }

        var id = node.Properties.Find(property => property.Name == "id")?.Value.Text;
        ReportStrangers(node, string.IsNullOrEmpty(id) ? name : id, findings, properties);
        return new SourceObject(node, name, findings);
    }

    /// <summary>An id is what links, buttons and decision records carry: letters, digits, <c>-</c>, <c>_</c> and <c>.</c> only.</summary>
    public string Id()
    {
        var id = Text("id");
        if (id.Length == 0) return id;
        Name = id;
        if (!IdShape.IsLegal(id)) _findings.Add(LineOf("id"), id, $"is no id; write {IdShape.Advice(id)}");
        return id;
    }

    /// <summary>A text that must be there and must say something.</summary>
    public string Text(string property)
    {
        var text = TextOrNothing(property);
        if (text is null) return "";
        if (string.IsNullOrWhiteSpace(text)) _findings.Add(LineOf(property), Name, $"has an empty \"{property}\"; write it");
        return text;
    }

    /// <summary>A text as <see cref="Text"/> reads it that cards draw on one line, or in a list of lines.</summary>
    public string OneLine(string property) => Text(property) is var text && string.IsNullOrWhiteSpace(text) ? "" : Drawn(property, text, mayBreak: false);

    /// <summary>The same, but it may be left out or be empty.</summary>
    public string OptionalOneLine(string property) =>
        Find(property) is null ? "" : Drawn(property, TextOrNothing(property) ?? "", mayBreak: false);

    /// <summary>A text as <see cref="Text"/> reads it that stands in a place of its own: a line break in it is drawn as one, or as a blank.</summary>
    public string Paragraph(string property) => Text(property) is var text && string.IsNullOrWhiteSpace(text) ? "" : Drawn(property, text, mayBreak: true);

    /// <summary>The elements of a list that must have some.</summary>
    public IReadOnlyList<SourceNode> List(string property)
    {
        var node = Value(property);
        if (node is null) return [];
        var elements = ElementsOf(node, property);
        if (node.Kind == JsonValueKind.Array && elements.Count == 0)
            _findings.Add(node.Line, Name, $"has an empty \"{property}\"; write at least one");
        return elements;
    }

    /// <summary>The elements of a list that may be empty or left out.</summary>
    public IReadOnlyList<SourceNode> OptionalList(string property) => Find(property) is { } node ? ElementsOf(node, property) : [];

    /// <summary>Null, with a finding, when the property is missing.</summary>
    public SourceNode? Value(string property)
    {
        var node = Find(property);
        if (node is null) _findings.Add(Line, Name, $"lacks \"{property}\"; write it");
        return node;
    }

    /// <summary>Null when the property is not there.</summary>
    public SourceNode? Find(string property) => _node.Properties.Find(found => found.Name == property)?.Value;

    /// <summary>The line of the property's value, or of the object where the property is missing.</summary>
    public int LineOf(string property) => (Find(property) ?? _node).Line;

    /// <summary>Reports the first character that is no part of a line.</summary>
    private string Drawn(string property, string text, bool mayBreak)
    {
        foreach (var character in text)
        {
            var isBreak = character is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
            if ((!isBreak && !char.IsControl(character)) || (mayBreak && character is '\n' or '\r')) continue;
            _findings.Add(
                LineOf(property),
                Name,
                (isBreak, mayBreak) switch
                {
                    (true, true) => string.Create(CultureInfo.InvariantCulture, $"has the line break \\u{(int)character:x4} in \"{property}\", which is not drawn everywhere; write \\n instead"),
                    (true, false) => $"has a line break in \"{property}\"; write it on one line",
                    _ => string.Create(CultureInfo.InvariantCulture, $"has the control character \\u{(int)character:x4} in \"{property}\"; write a blank instead, or leave it out"),
                });
            break;
        }

        return text;
    }

    private string? TextOrNothing(string property)
    {
        var node = Value(property) ?? Nothing;
        if (node.Kind == JsonValueKind.String) return node.Text;
        if (node != Nothing) _findings.Add(node.Line, Name, $"has {node.KindInWords} as \"{property}\"; write a text in quotes");
        return null;
    }

    private List<SourceNode> ElementsOf(SourceNode node, string property)
    {
        if (node.Kind != JsonValueKind.Array)
            _findings.Add(node.Line, Name, $"has {node.KindInWords} as \"{property}\"; write a list [ … ]");
        return node.Elements;
    }

    private static void ReportStrangers(SourceNode node, string name, FindingList findings, string[] properties)
    {
        var seen = new HashSet<string>();
        foreach (var property in node.Properties)
        {
            if (!properties.Contains(property.Name))
            {
                var free = properties.Where(known => !node.Properties.Exists(other => other.Name == known));
                var advice = Nearest.Closest(property.Name, free) is { } meant
                    ? $"write {Quoting.Quoted(meant)}"
                    : $"leave it out; known here: {string.Join(", ", properties)}";
                findings.Add(property.Line, property.Name, $"is no property of {Quoting.Bare(name)}; {advice}");
            }
            else if (!seen.Add(property.Name))
            {
                findings.Add(property.Line, property.Name, $"is given twice in {Quoting.Bare(name)}; keep one");
            }
        }
    }
}
