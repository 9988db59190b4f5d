using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ChecklistBot.Storage.Postgres;

/// <summary>Statements as the server reads them, with parameters by place: the library would look for names in the text at every use.</summary>
internal static partial class PositionalText
{
    private static readonly ConcurrentDictionary<string, (string Text, IReadOnlyList<string> Names)> Known = new();

    /// <param name="text">With parameters by name: constants, of which there are few.</param>
    /// <param name="names">In the order in which they are given, the same at every use of the text.</param>
    public static string Of(string text, IReadOnlyList<string> names)
    {
        if (!Known.TryGetValue(text, out var known))
            known = Known[text] = (Read(text, names), [.. names]);
        return known.Names.SequenceEqual(names) ? known.Text : Read(text, names);
    }

    private static string Read(string text, IReadOnlyList<string> names)
    {
        var places = names.Select((name, place) => (name, place)).ToDictionary(named => named.name, named => named.place + 1);
        return Named().Replace(text, found => places.TryGetValue(found.Value, out var place)
            ? string.Create(CultureInfo.InvariantCulture, $"${place}")
            : throw new InvalidOperationException($"The parameter {found.Value} of this statement was not given."));
    }

    [GeneratedRegex("@[a-z_0-9]+")]
    private static partial Regex Named();
}
