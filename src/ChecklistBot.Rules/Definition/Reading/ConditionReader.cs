using System.Collections.Immutable;
using System.Text.Json;

namespace ChecklistBot.Rules;

/// <summary>Reads the conditions of flags, rules and cautions.</summary>
internal sealed class ConditionReader(References references, FindingList findings)
{
    private const string Forms =
        "{\"item\",\"in\":[…]}, {\"flag\"}, {\"path\":[…]}, {\"differs\":{\"item\",\"option\"}}, {\"all\":[…]}, {\"any\":[…]}, {\"not\":…} or {}";

    private static readonly string[] Known = ["item", "in", "flag", "path", "differs", "all", "any", "not"];

    /// <summary>The condition called "when" of a flag, rule or caution.</summary>
    public Condition When(SourceObject owner, Layer layer) =>
        owner.Value("when") is { } node ? Read(node, owner.Name, layer) : new UnreadableCondition();

    private Condition Read(SourceNode node, string owner, Layer layer)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            findings.Add(node.Line, owner, $"has {node.KindInWords} where a condition belongs; write one of {Forms}");
            return new UnreadableCondition();
        }

        if (SourceObject.Of(node, owner, findings, Known) is not { } source) return new UnreadableCondition();
        var given = source.Properties.Select(property => property.Name).Where(Known.Contains).Distinct().ToList();
        if (given.Count == 0) return source.Properties.Any() ? new UnreadableCondition() : new AlwaysCondition();
        if (given.Contains("item") || given.Contains("in"))
            return given.Count == 2 && given.Contains("item") && given.Contains("in") ? Item(source, owner) : Malformed(node, owner, given);
        if (given.Count > 1) return Malformed(node, owner, given);
        return given[0] switch
        {
            "flag" => Flag(source, owner, layer),
            "path" => Path(source, owner, layer),
            "differs" => Differs(source, owner, layer),
            "not" => new NotCondition(Read(source.Find("not")!, owner, layer)),
            "all" => Parts(source, "all", owner, layer) is { } parts ? new AllCondition(parts) : new UnreadableCondition(),
            _ => Parts(source, "any", owner, layer) is { } parts ? new AnyCondition(parts) : new UnreadableCondition(),
        };
    }

    private UnreadableCondition Malformed(SourceNode node, string owner, List<string> given)
    {
        var what = given switch
        {
            ["item"] => "an \"item\" without \"in\"",
            ["in"] => "an \"in\" without \"item\"",
            _ => $"a condition of several kinds ({string.Join(", ", given)})",
        };
        findings.Add(node.Line, owner, $"has {what}; write one of {Forms}, and join several by \"all\" or \"any\"");
        return new UnreadableCondition();
    }

    private Condition Item(SourceObject source, string owner)
    {
        var item = references.Item(source.Find("item")!, owner);
        var options = Elements(source, "in", owner, option => references.Option(item, option, owner));
        return options is null ? new UnreadableCondition() : new ItemCondition(item, options.Value);
    }

    private Condition Flag(SourceObject source, string owner, Layer layer)
    {
        var flag = references.Flag(source.Find("flag")!, owner);
        return Allowed(layer >= Layer.Rule, source, owner, "flag") ? new FlagCondition(flag) : new UnreadableCondition();
    }

    private Condition Path(SourceObject source, string owner, Layer layer)
    {
        var paths = Elements(source, "path", owner, path => references.Path(path, owner));
        return Allowed(layer >= Layer.Caution, source, owner, "path") && paths is not null
            ? new PathCondition(paths.Value)
            : new UnreadableCondition();
    }

    private Condition Differs(SourceObject source, string owner, Layer layer)
    {
        var allowed = Allowed(layer >= Layer.Caution, source, owner, "differs");
        return ItemAndOption(source.Find("differs")!, owner) is var (item, option) && allowed
            ? new DiffersCondition(item, option)
            : new UnreadableCondition();
    }

    /// <summary>The shape <c>{"item","option"}</c> of differs and companions; null when it cannot be read.</summary>
    public (string Item, string Option)? ItemAndOption(SourceNode node, string owner)
    {
        if (SourceObject.Of(node, owner, findings, "item", "option") is not { } source) return null;
        var (item, option) = (source.Value("item"), source.Value("option"));
        if (item is null || option is null) return null;
        var itemId = references.Item(item, owner);
        return (itemId, references.Option(itemId, option, owner));
    }

    private ImmutableArray<Condition>? Parts(SourceObject source, string property, string owner, Layer layer) =>
        Elements(source, property, owner, part => Read(part, owner, layer));

    /// <summary>Null, with a finding, when there are none.</summary>
    private ImmutableArray<T>? Elements<T>(SourceObject source, string property, string owner, Func<SourceNode, T> read)
    {
        var node = source.Find(property)!;
        if (node.Kind != JsonValueKind.Array)
            findings.Add(node.Line, owner, $"has {node.KindInWords} as \"{property}\"; write a list [ … ]");
        else if (node.Elements.Count == 0)
            findings.Add(node.Line, owner, $"has an empty \"{property}\"; write at least one, or {{}} for a condition that always holds");
        return node.Elements.Count == 0 ? null : [.. node.Elements.Select(read)];
    }

    private bool Allowed(bool allowed, SourceObject source, string owner, string property)
    {
        if (allowed) return true;
        var advice = property == "flag"
            ? "flags may test items only: write the items that raise that flag"
            : "only cautions may test the path: write the items or flags that lead to it";
        findings.Add(source.LineOf(property), owner, $"tests \"{property}\", but {advice}");
        return false;
    }
}
