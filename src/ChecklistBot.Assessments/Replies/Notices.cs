using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Assessments.Replies;

/// <summary>What a conversation is told that nobody asked for.</summary>
public static class Notices
{
    /// <summary>A platform refused to take a pin away.</summary>
    /// <param name="number">The assessment's.</param>
    /// <param name="reason">The platform's, as a sentence.</param>
    /// <param name="link">To the message that is still pinned; null where none is known.</param>
    public static NoticeContent StillPinned(int number, string reason, string? link)
    {
        var text = $"A recommendation of #{number} that the register no longer keeps is still pinned here. {reason}";
        ImmutableArray<CardBlock> blocks = [new TextBlock(text)];
        return new NoticeContent(new Card
        {
            Kind = CardKind.Reply,
            Summary = text,
            Blocks = link is null ? blocks : blocks.Add(new LinkBlock("The pinned message", link)),
        });
    }
}
