using System.Collections.Frozen;
using System.Collections.Immutable;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Commands;

/// <summary>Options by their names, each name being words with one blank between them.</summary>
internal sealed class OptionNames
{
    private readonly FrozenDictionary<string, ImmutableArray<ItemOption>> options;
    private readonly FrozenDictionary<string, ImmutableArray<string>> accented;

    public OptionNames(IEnumerable<KeyValuePair<string, HashSet<ItemOption>>> names)
    {
        options = names.ToFrozenDictionary(pair => pair.Key, pair => InOrder(pair.Value));
        accented = options.Keys.Select(name => (Name: name, Blurred: Accents.Blurred(name)))
            .Where(name => name.Name != name.Blurred)
            .GroupBy(name => name.Blurred, name => name.Name)
            .ToFrozenDictionary(alike => alike.Key, alike => alike.ToImmutableArray());
    }

    public IEnumerable<string> All => options.Keys;

    /// <summary>Every option called so; where none is, those whose names have the same accents written in the other way.</summary>
    public ImmutableArray<ItemOption> Find(string name)
    {
        if (options.TryGetValue(name, out var found))
            return found;
        return accented.TryGetValue(Accents.Blurred(name), out var alike)
            ? InOrder(alike.Where(other => Accents.AreAlike(other, name)).SelectMany(other => options[other]))
            : [];
    }

    private static ImmutableArray<ItemOption> InOrder(IEnumerable<ItemOption> places) =>
        [.. places.Distinct().OrderBy(place => place.Item).ThenBy(place => place.Option)];
}
