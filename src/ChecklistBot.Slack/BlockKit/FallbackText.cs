using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>
/// A card's whole meaning as one text: screen readers and notifications read this and never the blocks (docs.slack.dev,
/// "Messaging", on accessibility).
/// </summary>
internal static class FallbackText
{
    public static string Of(Card card, Shrink shrink)
    {
        var lines = new List<string> { card.Summary };
        lines.AddRange(card.Blocks.Select(block => Line(block, shrink)).Where(line => line.Length > 0 && !card.Summary.Contains(line, StringComparison.Ordinal)));
        var most = shrink >= Shrink.AnsweredLines ? Limits.FallbackText / 3 : Limits.FallbackText;
        // Cut after escaping, where an escape counts up to five, and never inside one.
        var text = PlainText.Escape(string.Join('\n', lines));
        if (text.Length <= most)
            return text;
        var cut = PlainText.Cut(text, most);
        var escape = cut.LastIndexOf('&');
        return escape >= 0 && cut.IndexOf(';', escape) < 0 ? cut[..escape] + "…" : cut;
    }

    private static string Line(CardBlock block, Shrink shrink) => block switch
    {
        HeadingBlock heading => heading.Text,
        TextBlock text => text.Text,
        ProgressBlock progress => progress.Words,
        FlagsBlock flags => $"Flags: {string.Join(", ", flags.Labels)}.",
        ItemLineBlock line => shrink >= Shrink.AnsweredLines ? "" : ItemLineText.ForEars(line, shrink),
        FocusBlock focus => Focus(focus, shrink),
        SectionBlock section => $"{section.Label}: {string.Join(' ', section.Lines)}",
        EntryBlock entry => $"{entry.Title}: {entry.Detail}",
        LinkBlock link => link.Text,
        DocumentBlock document => document.FileName,
        _ => "",
    };

    private static string Focus(FocusBlock focus, Shrink shrink)
    {
        var options = string.Join("; ", focus.Options.Select(option => option.Label));
        var tally = shrink >= Shrink.Names || focus.Tally is null ? "" : $" So far: {focus.Tally}";
        return $"{focus.Title} Choices: {options}.{tally}";
    }
}
