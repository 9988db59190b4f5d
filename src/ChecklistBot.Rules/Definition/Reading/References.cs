using System.Collections.Immutable;
using System.Text.Json;

namespace ChecklistBot.Rules;

/// <summary>Knows the ids that the file defines, and reports each reference to another one where it stands.</summary>
internal sealed class References(
    ImmutableArray<ItemDefinition> items,
    ImmutableArray<string> flagIds,
    ImmutableArray<PathDefinition> paths,
    FindingList findings)
{
    private readonly Dictionary<string, ImmutableArray<string>> _items = First(items, item => item.Id, item => Ids(item.Options, option => option.Id));
    private readonly ImmutableArray<string> _itemIds = Ids(items, item => item.Id);
    private readonly ImmutableArray<string> _flagIds = Ids(flagIds, id => id);
    private readonly ImmutableArray<string> _pathIds = Ids(paths, path => path.Id);

    public string Flag(SourceNode node, string user) => Known(node, user, "flag", _flagIds);

    public string Path(SourceNode node, string user) => Known(node, user, "path", _pathIds);

    public string Item(SourceNode node, string user) => Known(node, user, "item", _itemIds);

    /// <summary>Says nothing where the item itself is unknown: that has been reported.</summary>
    public string Option(string item, SourceNode node, string user) =>
        _items.TryGetValue(item, out var options) ? Known(node, user, $"option of {Quoting.Bare(item)}", options) : TextOf(node, user, "option");

    private string Known(SourceNode node, string user, string what, ImmutableArray<string> known)
    {
        var text = TextOf(node, user, what);
        // Where the file defines none at all, that is the finding, not each reference.
        if (text.Length > 0 && known.Length > 0 && !known.Contains(text))
            findings.Add(node.Line, text, $"is no {what}, but {Quoting.Bare(user)} names it; {Nearest.Advice(text, [.. known.Select(IdShape.Mended).Where(id => id.Length > 0)])}");
        return text;
    }

    private string TextOf(SourceNode node, string user, string what)
    {
        if (node.Kind == JsonValueKind.String && node.Text.Length > 0) return node.Text;
        var found = node.Kind == JsonValueKind.String ? "an empty text" : node.KindInWords;
        findings.Add(node.Line, user, $"has {found} where the id of a known {what} belongs; write one in quotes");
        return "";
    }

    private static ImmutableArray<string> Ids<T>(ImmutableArray<T> all, Func<T, string> id) => [.. all.Select(id).Where(text => text.Length > 0).Distinct()];

    private static Dictionary<string, TValue> First<T, TValue>(ImmutableArray<T> all, Func<T, string> id, Func<T, TValue> value)
    {
        var found = new Dictionary<string, TValue>();
        foreach (var one in all) found.TryAdd(id(one), value(one));
        return found;
    }
}
