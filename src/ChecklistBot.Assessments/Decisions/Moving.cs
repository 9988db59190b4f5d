using ChecklistBot.Assessments.Agreement;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>Moves of the item in focus.</summary>
internal static class Moving
{
    public static Decision Back(Assessment state, Back command, DecisionContext context)
    {
        if (Guards.NotOpen(state) is { } refusal)
            return Decision.Only(refusal);
        if (IsLate(state, command.Shown, context))
            return Decision.NoChange;
        var focus = Focus(state, context);
        return focus == 0 ? Decision.Only(Reply.Refusal("This is the first item.")) : To(state, focus - 1, context);
    }

    public static Decision Next(Assessment state, Next command, DecisionContext context)
    {
        if (Guards.NotOpen(state) is { } refusal)
            return Decision.Only(refusal);
        if (IsLate(state, command.Shown, context))
            return Decision.NoChange;
        return Onward(state, context) is { } move ? Decision.Of(move) : Decision.Only(Reply.Refusal("There is no other item."));
    }

    public static Decision Go(Assessment state, Go command, DecisionContext context)
    {
        if (Guards.NotOpen(state) is { } refusal)
            return Decision.Only(refusal);
        var items = context.Checklist.Definition.Items.Length;
        return command.Position < 1 || command.Position > items
            ? Decision.Only(Guards.NoSuchItem(items))
            : command.Position - 1 == Focus(state, context)
                ? Decision.Only(Reply.Confirmation($"Item {Wording.Number(command.Position)} is in focus already."))
                : To(state, command.Position - 1, context);
    }

    public static Decision Focus(Assessment state, FocusOn command, DecisionContext context)
    {
        if (Guards.NotOpen(state) is { } refusal)
            return Decision.Only(refusal);
        var item = context.Checklist.ItemIndex(command.Item);
        return item < 0
            ? Decision.Only(Reply.Of(ReplyNature.NotUnderstood, "That item is not on the checklist any more. Use the newest card."))
            : To(state, item, context);
    }

    public static Decision Pace(Assessment state, ChangePace command)
    {
        if (Guards.NotOpen(state) is { } refusal)
            return Decision.Only(refusal);
        var text = command.Pace == Events.Pace.Hold
            ? "Hold: an item stays until someone presses Next."
            : "Quick: the card moves on after each answer.";
        var reply = Reply.Confirmation(text) with { OnCard = OnCard.Nothing };
        return state.Pace == command.Pace ? Decision.Only(reply) : Decision.Of(new PaceChanged(command.Pace), reply);
    }

    /// <summary>The move that Next makes; null where the checklist has one item only.</summary>
    public static FocusMoved? Onward(Assessment state, DecisionContext context)
    {
        var next = TeamPicture.Of(state, context.Checklist).NextAfter(Focus(state, context));
        var id = context.Checklist.Definition.Items[next].Id;
        return id == state.FocusItem ? null : new FocusMoved(id);
    }

    /// <summary>The move that an answer makes at the quick pace; null where its giver has nothing else to answer: from there a bare letter would overwrite
    /// an answer.</summary>
    public static FocusMoved? AfterAnswer(Assessment state, DecisionContext context) =>
        context.Checklist.Definition.Items.All(item => item.Id == state.FocusItem || state.Item(item.Id).OptionOf(context.Person) is not null)
            ? null
            : Onward(state, context);

    private static Decision To(Assessment state, int item, DecisionContext context)
    {
        var id = context.Checklist.Definition.Items[item].Id;
        return id == state.FocusItem ? Decision.NoChange : Decision.Of(new FocusMoved(id));
    }

    /// <summary>Two people who press Next on the same item move the card on once. A card that shows an item of an older checklist file is not late: it
    /// has not been drawn since.</summary>
    private static bool IsLate(Assessment state, string? shown, DecisionContext context) =>
        !string.IsNullOrEmpty(shown) && shown != state.FocusItem && context.Checklist.ItemIndex(shown) >= 0;

    private static int Focus(Assessment state, DecisionContext context) => context.Checklist.ItemIndex(state.FocusItem);
}
