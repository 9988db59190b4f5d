using System.Collections.Immutable;

namespace ChecklistBot.Assessments.Cards;

/// <summary>
/// A card with at most so many of anything, for a platform that takes no larger one: a checklist may have any number of options, flags, cautions and paths.
/// Said where something is left out; what goes on from the card stays.
/// </summary>
public static class ShortCard
{
    /// <param name="card">Any card.</param>
    /// <param name="most">So many options, flags, lines, parts, paragraphs on end and ways to settle, each; at least 2.</param>
    public static Card Of(Card card, int most)
    {
        var blocks = ImmutableArray.CreateBuilder<CardBlock>();
        var steps = Steps(card, most);
        var (sections, lines, isSaid) = (0, 0, false);
        var texts = 0;
        foreach (var block in card.Blocks)
        {
            if (block is not TextBlock)
                EndTexts();
            switch (block)
            {
                case TextBlock when ++texts > most:
                    break;
                case FlagsBlock flags when flags.Labels.Length > most:
                    blocks.Add(new FlagsBlock([.. flags.Labels.Take(most), More(flags.Labels.Length - most)]));
                    break;
                case FocusBlock focus when focus.Options.Length > most:
                    // “Not sure” is the last.
                    blocks.Add(focus with { Options = [.. focus.Options.Take(most - 1), focus.Options[^1]] });
                    blocks.Add(new TextBlock($"Of {focus.Options.Length - 1} answers, the first {most - 1} are shown: “Answer all” has more of them, and each can be typed.", TextTone.Subtle));
                    break;
                case ItemLineBlock line when ++lines <= most:
                    blocks.Add(line with { Choices = [.. line.Choices.Take(most)] });
                    break;
                case SectionBlock section when ++sections <= most:
                    blocks.Add(section.Lines.Length > most ? section with { Lines = [.. section.Lines.Take(most), $"… {More(section.Lines.Length - most)}."] } : section);
                    break;
                case ButtonsBlock row:
                    ImmutableArray<CardButton> left = [.. row.Buttons.Where(steps.Contains)];
                    if (!left.IsEmpty)
                        blocks.Add(new ButtonsBlock(left));
                    break;
                case ItemLineBlock or SectionBlock:
                    if (!isSaid)
                        blocks.Add(new TextBlock("More than this does not fit here: “export” has it all.", TextTone.Subtle));
                    isSaid = true;
                    break;
                default:
                    blocks.Add(block);
                    break;
            }
        }

        EndTexts();
        return card with { Blocks = blocks.ToImmutable() };

        // What each of many paths hangs on is a paragraph of its own.
        void EndTexts()
        {
            if (texts > most)
                blocks.Add(new TextBlock($"… {More(texts - most)}.", TextTone.Subtle));
            texts = 0;
        }
    }

    /// <summary>The last row leads on from any card; of those above it, which settle what the team differs in, the last button goes on without.</summary>
    private static HashSet<CardButton> Steps(Card card, int most)
    {
        var rows = card.Blocks.OfType<ButtonsBlock>().ToList();
        var steps = new HashSet<CardButton>(ReferenceEqualityComparer.Instance);
        if (rows.Count == 0)
            return steps;
        steps.UnionWith(rows[^1].Buttons);
        var others = rows.SkipLast(1).SelectMany(row => row.Buttons).ToList();
        steps.UnionWith(others.Take(most - 1));
        if (others.Count > 0)
            steps.Add(others[^1]);
        return steps;
    }

    private static string More(int count) => $"and {count} more";
}
