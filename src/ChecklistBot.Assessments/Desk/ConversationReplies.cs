using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Replies;

namespace ChecklistBot.Assessments.Desk;

/// <summary>Sentences about the conversation rather than one assessment.</summary>
public static class ConversationReplies
{
    /// <summary>Asks before a name is removed.</summary>
    /// <param name="person">Who asked for it, and may confirm it.</param>
    /// <param name="isShared">Whether everybody sees the question and nobody sees whom it is put to.</param>
    public static Reply AskForget(int person, bool isShared) => Reply.Of(
        ReplyNature.Asked,
        "Shall I remove your name from this workspace? Outcomes stay, and your name becomes “a colleague”. This cannot be undone."
            + (isShared ? " Only the person who asked for it can confirm it." : ""),
        new CardButton { Label = "Remove my name", Action = CardAction.Of(new ForgetMe(person)), Style = ButtonStyle.Danger });

    /// <summary>Somebody else's question, which others see in a group, is no question to whoever presses its button.</summary>
    public static Reply AskedSomebodyElse() => Reply.Of(
        ReplyNature.Refused, "That question was not yours to answer, so nothing was removed. To remove your own name, type forget me.");

    /// <summary>To whoever is not known here, or not any more.</summary>
    public static Reply NotKnown() => Reply.Of(ReplyNature.Refused, "Your name is not kept here, so there is nothing to remove.");

    /// <summary>Says what was removed and what was not.</summary>
    /// <param name="redrawn">Messages drawn again without the name.</param>
    /// <param name="outOfReach">Messages that can no longer be edited.</param>
    public static Reply Forgotten(int redrawn, int outOfReach)
    {
        var text = "Your name is removed.";
        if (redrawn > 0)
            text += $" {Wording.Number(redrawn)} {(redrawn == 1 ? "message is" : "messages are")} being drawn again without it.";
        if (outOfReach > 0)
            text += $" {Wording.Number(outOfReach)} {(outOfReach == 1 ? "message" : "messages")} can no longer be edited and may still show it.";
        return Reply.Of(ReplyNature.Content, text + " Exports already taken keep your name. If you answer again, you are known again.");
    }

    /// <summary>An action of a card that belongs to another conversation.</summary>
    public static Reply Elsewhere() =>
        Reply.Of(ReplyNature.NotUnderstood, "That button belongs to another conversation. Use a card of this one, or type status.");

    /// <summary>An action that no card carries, or whose assessment is not here any more.</summary>
    public static Reply UnknownAction() =>
        Reply.Of(ReplyNature.NotUnderstood, "That button leads nowhere any more. Type status to get the newest card.");

    /// <summary>An edit of a message that was carried out before.</summary>
    /// <param name="typed">The edited words.</param>
    public static Reply EditAfterTheFact(string typed) => Reply.Of(
        ReplyNature.Refused,
        $"Your message was carried out before you edited it, so the edit changes nothing. {SendAsNew(typed)}");

    /// <summary>An edit of a message that was refused, or to which the bot asked something back: nothing was carried out.</summary>
    /// <param name="typed">The edited words.</param>
    public static Reply EditAfterTheAnswer(string typed) => Reply.Of(
        ReplyNature.Refused,
        $"Your message was answered before you edited it, so the edit changes nothing. {SendAsNew(typed)}");

    /// <summary>An edit of a message that is so old that nobody knows any more what became of it.</summary>
    /// <param name="typed">The edited words.</param>
    public static Reply EditOfAnOldMessage(string typed) => Reply.Of(
        ReplyNature.Refused,
        $"The message that you edited is some days old, so the edit changes nothing. {SendAsNew(typed)}");

    private static string SendAsNew(string typed) => $"To do it now, send as a new message: {PlainText.Cut(typed, 80)}";
}
