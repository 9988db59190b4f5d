using System.Collections.Frozen;
using System.Collections.Immutable;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Commands;

/// <summary>How a checklist's options and items may be called when typing; made once a checklist.</summary>
public sealed class Vocabulary
{
    internal const int ShortestLoneWord = 4;

    /// <summary>In words: somebody else's checklist may have labels of many.</summary>
    private const int LongestRun = 6;

    private readonly OptionNames options;
    private readonly OptionNames labels;
    private readonly FrozenDictionary<string, int> items;
    private readonly FrozenSet<string> words;

    private Vocabulary(OptionNames options, OptionNames labels, FrozenDictionary<string, int> items, int longest)
    {
        this.options = options;
        this.labels = labels;
        this.items = items;
        words = options.All.Concat(items.Keys).SelectMany(name => name.Split(' ')).ToFrozenSet();
        Longest = longest;
    }

    /// <summary>The longest name, in words.</summary>
    internal int Longest { get; }

    /// <summary>Options are called by id, by label, and by each word and each run of words of the label that no other option of the item shares.</summary>
    public static Vocabulary Of(ChecklistDefinition checklist)
    {
        var options = new Dictionary<string, HashSet<ItemOption>>();
        var whole = new Dictionary<string, HashSet<ItemOption>>();
        var parts = new Dictionary<string, HashSet<ItemOption>>();
        var items = new Dictionary<string, int>();
        for (var item = 0; item < checklist.Items.Length; item++)
        {
            items.TryAdd(Key(Tokens.Words(checklist.Items[item].Id)), item);
            var runs = checklist.Items[item].Options.Select(option => Parts(Tokens.Words(option.Label))).ToArray();
            for (var option = 0; option < runs.Length; option++)
            {
                var definition = checklist.Items[item].Options[option];
                var place = new ItemOption(item, option);
                Add(options, Key(Tokens.Words(definition.Id)), place);
                Add(options, Key(Tokens.Words(definition.Label)), place);
                Add(whole, Key(Tokens.Words(definition.Label)), place);
                foreach (var part in runs[option])
                    if (runs.Count(label => label.Contains(part)) == 1)
                        Add(parts, part, place);
            }
        }

        // An id or a whole label wins over words that merely occur in a label.
        foreach (var (part, places) in parts)
            options.TryAdd(part, places);
        options.Remove("");
        items.Remove("");
        var longest = options.Keys.Concat(items.Keys).Select(key => key.Count(c => c == ' ') + 1).DefaultIfEmpty(1).Max();
        return new Vocabulary(new OptionNames(options), new OptionNames(whole), items.ToFrozenDictionary(), longest);
    }

    /// <summary>Whether it is a word of any name.</summary>
    internal bool Knows(string word) => words.Contains(word);

    /// <summary>Every option called so; empty for none.</summary>
    internal ImmutableArray<ItemOption> Options(IEnumerable<string> words) => options.Find(Key(words));

    /// <summary>Every option whose whole label it is; empty for none.</summary>
    internal ImmutableArray<ItemOption> Labelled(IEnumerable<string> words) => labels.Find(Key(words));

    /// <summary>The item called so; null for none.</summary>
    internal int? Item(IEnumerable<string> words) => items.TryGetValue(Key(words), out var item) ? item : null;

    /// <summary>Every word of a label that can stand alone, and every run of two and more of its words.</summary>
    private static HashSet<string> Parts(ImmutableArray<string> words)
    {
        var parts = words.Where(word => word.Length >= ShortestLoneWord).ToHashSet();
        for (var first = 0; first < words.Length; first++)
            for (var length = 2; length <= Math.Min(LongestRun, words.Length - first); length++)
                parts.Add(Key(words.Slice(first, length)));

        // Numbers alone are places, whatever a label counts.
        parts.RemoveWhere(part => !part.Any(char.IsLetter));
        return parts;
    }

    private static string Key(IEnumerable<string> words) => string.Join(' ', words);

    private static void Add(Dictionary<string, HashSet<ItemOption>> names, string name, ItemOption place)
    {
        if (!names.TryGetValue(name, out var places))
            names[name] = places = [];
        places.Add(place);
    }
}
