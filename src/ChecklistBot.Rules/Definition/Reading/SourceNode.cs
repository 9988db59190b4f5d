using System.Text.Json;

namespace ChecklistBot.Rules;

/// <summary>A JSON value that knows its line, which the base library's document does not.</summary>
/// <param name="kind">Number and the three literals keep no value: no property of a checklist takes one but null.</param>
/// <param name="line">Counted from 1.</param>
internal sealed class SourceNode(JsonValueKind kind, int line)
{
    public JsonValueKind Kind { get; } = kind;

    public int Line { get; } = line;

    /// <summary>The value of a string; else empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>The members of an object, duplicates included.</summary>
    public List<SourceProperty> Properties { get; } = [];

    /// <summary>The elements of an array.</summary>
    public List<SourceNode> Elements { get; } = [];

    /// <summary>How the kind is called in a finding.</summary>
    public string KindInWords => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
