namespace ChecklistBot.Rules;

/// <summary>Reports labels of one item's options that cannot be told apart by whoever reads or types them.</summary>
internal static class AlikeLabels
{
    public static void ReportOptions(IReadOnlyList<SourceNode> options, string item, FindingList findings)
    {
        foreach (var (first, second) in Alike(options))
        {
            findings.Add(
                second.Line,
                item,
                $"has two options that cannot be told apart, {Named(first)} and {Named(second)}; write another label for one of them");
        }
    }

    /// <summary>Each label that reads as an earlier one, with the first of those. An unreadable or empty one is reported elsewhere.</summary>
    private static IEnumerable<(Label First, Label Second)> Alike(IReadOnlyList<SourceNode> nodes)
    {
        var seen = new Dictionary<string, (string Key, Label Label)>();
        foreach (var node in nodes)
        {
            var label = Property(node, "label");
            if (label is null || string.IsNullOrWhiteSpace(label.Text)) continue;
            var named = new Label(Property(node, "id")?.Text ?? "", label.Text, label.Line);
            var key = Key(label.Text);
            if (seen.GetValueOrDefault(key, seen.GetValueOrDefault(Accents.Blurred(key))) is ({ } same, var first) && (same == key || Accents.AreAlike(same, key)))
                yield return (first, named);
            seen.TryAdd(key, (key, named));
            seen.TryAdd(Accents.Blurred(key), (key, named));
        }
    }

    /// <summary>However it is spaced and in whichever case; signs count: "&lt; 5" and "&gt; 5" are two answers, and whoever types 5 is asked which.</summary>
    private static string Key(string label) => string.Concat(label.Where(sign => !char.IsWhiteSpace(sign))).ToLowerInvariant();

    private static string Named(Label label) => $"{Quoting.Quoted(label.Id)} ({Quoting.Quoted(label.Text)})";

    private static SourceNode? Property(SourceNode node, string name) => node.Properties.Find(property => property.Name == name)?.Value;

    private readonly record struct Label(string Id, string Text, int Line);
}
