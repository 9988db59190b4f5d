using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Assessments.Replies;

/// <summary>An answer to one person. Never holds the name of a person, so that it can be kept as it was said.</summary>
/// <param name="Nature">Why it is given.</param>
/// <param name="Content">A notice, or the decision record, which is drawn with names when it is shown.</param>
public sealed record Reply(ReplyNature Nature, MessageContent Content)
{
    /// <summary>What the card shows of a confirmation.</summary>
    public OnCard OnCard { get; init; }

    /// <summary>A sentence or more, with buttons below.</summary>
    public static Reply Of(ReplyNature nature, string text, params ImmutableArray<CardButton> buttons) =>
        new(nature, new NoticeContent(Notice([text], buttons)));

    /// <summary>Several lines, with buttons below.</summary>
    public static Reply Of(ReplyNature nature, ImmutableArray<string> lines, params ImmutableArray<CardButton> buttons) =>
        new(nature, new NoticeContent(Notice(lines, buttons)));

    /// <summary>Understood and not done.</summary>
    public static Reply Refusal(string text, params ImmutableArray<CardButton> buttons) => Of(ReplyNature.Refused, text, buttons);

    /// <summary>Done.</summary>
    public static Reply Confirmation(string text, params ImmutableArray<CardButton> buttons) => Of(ReplyNature.Confirmation, text, buttons);

    private static Card Notice(ImmutableArray<string> lines, ImmutableArray<CardButton> buttons)
    {
        var blocks = ImmutableArray.CreateBuilder<CardBlock>();
        foreach (var line in lines)
            blocks.Add(new TextBlock(line));
        foreach (var row in buttons.Chunk(5))
            blocks.Add(new ButtonsBlock([.. row]));
        return new Card { Kind = CardKind.Reply, Summary = string.Join(' ', lines), Blocks = blocks.ToImmutable() };
    }
}
