using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>Turns the ids of a definition into indices. Where ids come twice the first counts.</summary>
internal sealed class Binder
{
    private readonly Dictionary<string, int> _items;
    private readonly Dictionary<string, int> _flags;
    private readonly Dictionary<string, int> _paths;
    private readonly Dictionary<string, int>[] _options;
    private readonly int[] _optionCounts;
    private readonly int _pathCount;

    private Binder(ChecklistDefinition definition)
    {
        _items = Index(definition.Items, item => item.Id);
        _flags = Index(definition.Flags, flag => flag.Id);
        _paths = Index(definition.Paths, path => path.Id);
        _options = [.. definition.Items.Select(item => Index(item.Options, option => option.Id))];
        _optionCounts = [.. definition.Items.Select(item => item.Options.Length)];
        _pathCount = definition.Paths.Length;
    }

    public static BoundChecklist Bind(ChecklistDefinition definition)
    {
        var binder = new Binder(definition);
        return new BoundChecklist
        {
            Flags = [.. definition.Flags.Select(flag => binder.Bind(flag.When))],
            Rules = [.. definition.Rules.Select(rule => binder.Bind(rule.When))],
            RulePaths = [.. definition.Rules.Select(rule => binder.Path(rule.Path))],
            Cautions = [.. definition.Cautions.Select(caution => binder.Bind(caution.When))],
            Companions = [.. definition.Cautions.Select(caution => binder.Bind(caution.Companion))],
        };
    }

    /// <summary>The index of each id.</summary>
    public static Dictionary<string, int> Index<T>(ImmutableArray<T> all, Func<T, string> id)
    {
        var index = new Dictionary<string, int>(all.Length, StringComparer.Ordinal);
        for (var i = 0; i < all.Length; i++) index.TryAdd(id(all[i]), i);
        return index;
    }

    private BoundCondition Bind(Condition condition) => condition switch
    {
        AlwaysCondition => BoundConditions.Always,
        ItemCondition(var item, var options) => Item(item, options),
        FlagCondition(var flag) => _flags.TryGetValue(flag, out var index)
            ? new BoundConditions.FlagRaised(index)
            : BoundConditions.Unclear,
        PathCondition(var paths) => Paths(paths),
        DiffersCondition(var item, var option) => Choice(item, option) is var (itemIndex, optionIndex)
            ? new BoundConditions.PathDiffers(itemIndex, optionIndex)
            : BoundConditions.Unclear,
        AllCondition(var parts) => new BoundConditions.AllOf([.. parts.Select(Bind)]),
        AnyCondition(var parts) => new BoundConditions.AnyOf([.. parts.Select(Bind)]),
        NotCondition(var part) => new BoundConditions.Not(Bind(part)),
        _ => BoundConditions.Unclear,
    };

    private BoundCondition Item(string item, ImmutableArray<string> options)
    {
        if (!_items.TryGetValue(item, out var index)) return BoundConditions.Unclear;
        return Among(options, _options[index], _optionCounts[index]) is { } among ? new BoundConditions.ItemAmong(index, among) : BoundConditions.Unclear;
    }

    private BoundCondition Paths(ImmutableArray<string> paths) =>
        Among(paths, _paths, _pathCount) is { } among ? new BoundConditions.PathAmong(among) : BoundConditions.Unclear;

    private static bool[]? Among(ImmutableArray<string> ids, Dictionary<string, int> known, int count)
    {
        var among = new bool[count];
        foreach (var id in ids)
        {
            if (!known.TryGetValue(id, out var index)) return null;
            among[index] = true;
        }

        return among;
    }

    private (int Item, int Option)? Choice(string item, string option) =>
        _items.TryGetValue(item, out var index) && _options[index].TryGetValue(option, out var optionIndex) ? (index, optionIndex) : null;

    private int Path(string id) => _paths.GetValueOrDefault(id, -1);

    private BoundCompanion? Bind(Companion? companion)
    {
        if (companion is null) return null;
        if (companion.Path is { } path) return new BoundCompanion(Path(path), -1, -1);
        return Choice(companion.IfItem!, companion.IfOption!) is var (item, option)
            ? new BoundCompanion(-1, item, option)
            : new BoundCompanion(-1, -1, -1);
    }
}
