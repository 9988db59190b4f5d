using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>Says in one line, where a command was typed, or asked about and chosen, what its assessment's card shows in another thread: whoever did so sees
/// nothing of that.</summary>
internal static class Elsewhere
{
    /// <summary>The outcome with a line to whoever typed it, where the card does not stand before them. The button of a question carries typed words; every other
    /// one stands on the card itself or beside it.</summary>
    public static async Task<Outcome> SayAsync(Scene scene, Instruction instruction, Outcome outcome, CancellationToken cancellationToken)
    {
        if (instruction.Typed.Length == 0 || outcome is not { ChangedNothing: false, State: { } state } || state.Thread == scene.Turn.Conversation.Thread)
            return outcome;
        if (outcome.Reply is not null)
            return outcome with { IsShownElsewhere = true };
        var where = state.Thread is null ? "outside this thread" : "in its thread";
        var text = instruction.Command switch
        {
            ShowStatus => $"The card of #{state.Number} is posted again {where}.",
            Finish => $"#{state.Number} is finished. The recommendation is posted beside its card, {where}.",
            _ => $"Done: the card of #{state.Number} shows it {where}.",
        };
        var messages = await scene.Store.MessagesOfAsync(scene.Key, state.Id, cancellationToken);
        // A card that is only just wanted has no address yet; the one before leads on to it.
        var card = messages.LastOrDefault(message => message is { Content: LiveContent, Link: not null, State: not MessageState.Lost });
        CardBlock line = card?.Link is { } link ? new LinkBlock(text, link) : new TextBlock(text);
        var notice = new Card { Kind = CardKind.Reply, Summary = text, Blocks = [line] };
        return outcome with { Reply = new Reply(ReplyNature.Confirmation, new NoticeContent(notice)), IsShownElsewhere = true };
    }
}
