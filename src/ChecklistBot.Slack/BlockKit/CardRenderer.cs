using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Slack.WebApi;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>Draws a neutral card as a Slack message. A pure function: the same card always gives the same bytes.</summary>
internal static class CardRenderer
{
    /// <summary>The card as one message, as much of it as Slack takes.</summary>
    public static SlackMessage Render(Card card) => Render(card, Shrink.Nothing);

    /// <summary>The card as small as it gets, for when Slack still finds it too long.</summary>
    public static SlackMessage RenderSmallest(Card card) => Render(card, Shrink.AllButEssentials);

    private static SlackMessage Render(Card card, Shrink from)
    {
        for (var shrink = from; ; shrink++)
        {
            var (message, blocks) = Draw(card, shrink);
            if (shrink == Shrink.Few || (blocks <= Limits.MessageBlocks && Size(message) <= Limits.MessageCharacters))
                return message;
        }
    }

    /// <summary>
    /// The card as one message or several: a document is never cut but goes on in the next message.
    /// </summary>
    public static ImmutableArray<SlackMessage> RenderAll(Card card)
    {
        var documents = card.Blocks.OfType<DocumentBlock>().ToList();
        if (documents.Count == 0)
            return [Render(card)];

        // Half of what a message takes: escapes and JSON may double it.
        var parts = documents.SelectMany(document => PlainText.Pieces(document.Content, Limits.MessageCharacters / 3)
            .Select(piece => document with { Content = piece })).ToList();
        var rest = card.Blocks.Where(block => block is not DocumentBlock).ToImmutableArray();
        return
        [
            Render(card with { Blocks = [.. rest, parts[0]] }),
            .. parts.Skip(1).Select((part, index) => Render(card with { Summary = $"{part.FileName}, part {index + 2}", Blocks = [part] })),
        ];
    }

    /// <summary>Text and blocks as Slack gets them, in UTF-16 units.</summary>
    public static int Size(SlackMessage message) => message.Text.Length + System.Text.Encoding.UTF8.GetCharCount(message.Blocks.Span);

    private static (SlackMessage Message, int Blocks) Draw(Card card, Shrink shrink)
    {
        using var blocks = new BlockWriter();
        if (shrink >= Shrink.Dozen)
            card = ShortCard.Of(card, shrink switch { Shrink.Dozen => 12, Shrink.Handful => 5, _ => 3 });
        var drawn = shrink >= Shrink.AllButEssentials ? Essentials(card.Blocks) : card.Blocks;
        var leftOut = false;
        foreach (var block in drawn)
        {
            leftOut |= block is ItemLineBlock && shrink >= Shrink.AnsweredLines;
            BlockDrawing.Draw(block, blocks, shrink);
        }

        if (leftOut)
            blocks.Context("The answered items do not fit here: “export” lists them all.");
        if (blocks.Count == 0)
            blocks.Section(Phrase.Plain(card.Summary));
        return (new SlackMessage(FallbackText.Of(card, shrink), blocks.Finish()), blocks.Count);
    }

    /// <summary>Of a card with far too many blocks, from the top: what can be tapped and the path first, then as much of the rest as fits.</summary>
    private static ImmutableArray<CardBlock> Essentials(ImmutableArray<CardBlock> blocks)
    {
        // A focus takes up to four blocks, a row of buttons up to three; one is kept for the note.
        var room = Limits.MessageBlocks - 1 - blocks.Sum(block => IsEssential(block) ? 4 : 0);
        return blocks.Where(block => IsEssential(block) || (block is not ItemLineBlock && room-- > 0)).ToImmutableArray();
    }

    private static bool IsEssential(CardBlock block) => block is ButtonsBlock or FocusBlock or HeadingBlock;
}
