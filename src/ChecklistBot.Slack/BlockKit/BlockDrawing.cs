using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>Draws each kind of block of a neutral card.</summary>
internal static class BlockDrawing
{
    /// <summary>The longest title of a list that has too much in it: JSON escapes an emoji with twelve characters, and ten titles stand on a page.</summary>
    private const int MostOfEntry = 85;

    public static void Draw(CardBlock block, BlockWriter blocks, Shrink shrink)
    {
        switch (block)
        {
            case HeadingBlock heading:
                blocks.Header(heading.Text);
                break;
            case TextBlock { Tone: TextTone.Subtle } text:
                blocks.Context(Fit(text.Text, shrink));
                break;
            case TextBlock { Tone: TextTone.Strong or TextTone.Attention } text:
                blocks.Section(Phrase.Bold(Fit(text.Text, shrink)));
                break;
            case TextBlock text:
                blocks.Section(Phrase.Plain(Fit(text.Text, shrink)));
                break;
            case ProgressBlock progress:
                blocks.Context($"{Bar(progress)} {progress.Words}");
                break;
            case FlagsBlock flags:
                blocks.Context(Fit($"⚑ {string.Join(" · ", flags.Labels)}", shrink));
                break;
            case DividerBlock:
                blocks.Divider();
                break;
            case ItemLineBlock line when shrink < Shrink.AnsweredLines:
                blocks.Section(
                    Phrase.Plain(ItemLineText.ForEyes(line, shrink)),
                    line.Focus is { } button ? Elements.Of(Said(button, shrink), blocks) : null);
                break;
            case FocusBlock focus:
                DrawFocus(focus, blocks, shrink);
                break;
            case SectionBlock section:
                DrawSection(Fit(section.Label, shrink), string.Join('\n', section.Lines.Select(line => Fit(line, shrink))), blocks);
                break;
            case ButtonsBlock row:
                blocks.Actions(row.Buttons.Select(each => Elements.Of(Said(each, shrink), blocks)));
                break;
            case EntryBlock entry:
                var title = shrink >= Shrink.LongTexts ? PlainText.Cut(entry.Title, MostOfEntry) : entry.Title;
                blocks.Section(
                    (entry.Link is { } address ? new Phrase().AddLink(title, address) : Phrase.Bold(title)).Add("\n" + Fit(entry.Detail, shrink)));
                break;
            case LinkBlock link:
                blocks.Section(new Phrase().AddLink(Fit(link.Text, shrink), link.Link));
                break;
            case DocumentBlock document:
                blocks.Preformatted(document.Content);
                break;
        }
    }

    /// <summary>The label stays bold also above words that must be drawn plain.</summary>
    private static void DrawSection(string label, string words, BlockWriter blocks)
    {
        var together = new Phrase().AddBold(label).Add("\n" + words);
        if (together.AsMarkup() is { Length: <= Limits.SectionText })
        {
            blocks.Section(together);
            return;
        }

        blocks.Section(Phrase.Bold(label));
        blocks.Section(Phrase.Plain(words));
    }

    private static void DrawFocus(FocusBlock focus, BlockWriter blocks, Shrink shrink)
    {
        blocks.Section(Phrase.Bold(Fit(focus.Title, shrink)));
        if (shrink < Shrink.Help)
        {
            var meanings = focus.Options.Where(option => option.Description is not null && option.OptionId != Assessments.Answers.NotSure)
                .Select(option => $"{WithoutTally(option.Label)}: {option.Description}");
            blocks.Context(string.Join('\n', [.. focus.Help is { } help ? new[] { help } : [], .. meanings]));
        }

        blocks.Actions(focus.Options.Select(option => Elements.Of(Said(option, shrink), blocks)));
        if (focus.Tally is { } tally && shrink < Shrink.Names)
            blocks.Context(tally);
    }

    /// <summary>"Rework · 2" is the option "Rework" with its tally.</summary>
    private static string WithoutTally(string label)
    {
        var dot = label.LastIndexOf(" · ", StringComparison.Ordinal);
        return dot > 0 && label.AsSpan(dot + 3).IndexOfAnyExceptInRange('0', '9') < 0 ? label[..dot] : label;
    }

    private static CardButton Said(CardButton button, Shrink shrink) => shrink >= Shrink.Few ? button with { Description = null } : button;

    private static string Bar(ProgressBlock progress)
    {
        // A checklist of very many items still gets a short bar.
        var total = Math.Clamp(progress.Total, 0, 20);
        var done = progress.Total <= 20 ? Math.Clamp(progress.Done, 0, total) : (int)(20L * progress.Done / progress.Total);
        return new string('■', done) + new string('□', total - done);
    }

    private static string Fit(string text, Shrink shrink) => shrink switch
    {
        >= Shrink.Handful => PlainText.Cut(text, 60),
        >= Shrink.AllButEssentials => PlainText.Cut(text, 150),
        Shrink.LongTexts => PlainText.Cut(text, 600),
        _ => text,
    };
}
