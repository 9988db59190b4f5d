using System.Collections.Frozen;
using System.Collections.Immutable;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Commands;

/// <summary>How a checklist's options and items may be called when typing; made once a checklist.</summary>
public sealed class Vocabulary
{
    private const int ShortestLoneWord = 4;

    private readonly FrozenDictionary<string, ImmutableArray<ItemOption>> options;
    private readonly FrozenDictionary<string, int> items;

    private Vocabulary(FrozenDictionary<string, ImmutableArray<ItemOption>> options, FrozenDictionary<string, int> items, int longest)
    {
        this.options = options;
        this.items = items;
        Longest = longest;
    }

    /// <summary>The longest name, in words.</summary>
    internal int Longest { get; }

    /// <summary>Options are called by id, by label, and by each word of the label that no other option of the item shares.</summary>
    public static Vocabulary Of(ChecklistDefinition checklist)
    {
        var options = new Dictionary<string, HashSet<ItemOption>>();
        var loneWords = new Dictionary<string, HashSet<ItemOption>>();
        var items = new Dictionary<string, int>();
        for (var item = 0; item < checklist.Items.Length; item++)
        {
            items.TryAdd(Key(Tokens.Words(checklist.Items[item].Id)), item);
            var labels = checklist.Items[item].Options.Select(option => Tokens.Words(option.Label).ToHashSet()).ToArray();
            for (var option = 0; option < labels.Length; option++)
            {
                var definition = checklist.Items[item].Options[option];
                var place = new ItemOption(item, option);
                Add(options, Key(Tokens.Words(definition.Id)), place);
                Add(options, Key(Tokens.Words(definition.Label)), place);
                foreach (var word in labels[option])
                    if (word.Length >= ShortestLoneWord && labels.Count(label => label.Contains(word)) == 1)
                        Add(loneWords, word, place);
            }
        }

        // An id or a whole label wins over a word that merely occurs in a label.
        foreach (var (word, places) in loneWords)
            options.TryAdd(word, places);
        options.Remove("");
        items.Remove("");
        var longest = options.Keys.Concat(items.Keys).Select(key => key.Count(c => c == ' ') + 1).DefaultIfEmpty(1).Max();
        return new Vocabulary(
            options.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.OrderBy(place => place.Item).ThenBy(place => place.Option).ToImmutableArray()),
            items.ToFrozenDictionary(),
            longest);
    }

    /// <summary>Every option called so; empty for none.</summary>
    internal ImmutableArray<ItemOption> Options(IEnumerable<string> words) => options.GetValueOrDefault(Key(words), []);

    /// <summary>The item called so; null for none.</summary>
    internal int? Item(IEnumerable<string> words) => items.TryGetValue(Key(words), out var item) ? item : null;

    private static string Key(IEnumerable<string> words) => string.Join(' ', words);

    private static void Add(Dictionary<string, HashSet<ItemOption>> names, string name, ItemOption place)
    {
        if (!names.TryGetValue(name, out var places))
            names[name] = places = [];
        places.Add(place);
    }
}
