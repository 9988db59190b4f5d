using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>What the register keeps.</summary>
internal static class Pinning
{
    public static Decision Pin(Assessment state, Pin command, DecisionContext context)
    {
        if (state.Decision is not { } decision)
            return Decision.Only(Reply.Refusal($"#{state.Number} has no recommendation yet. Finish it first, then pin it."));
        if (command.Revision is { } shown && shown != decision.Revision)
            return Decision.Only(Reply.Refusal(
                $"Revision {shown} of #{state.Number} was replaced by revision {decision.Revision}. Pin that one instead.",
                Buttons.Pin(state, decision.Revision)));
        const string Where = "Type pinned to see the register.";
        var isKept = state.PinnedRevision == decision.Revision;
        if (isKept && context is { PinPostLost: false, PinRefused: false })
            return Decision.Only(Reply.Confirmation($"#{state.Number} is pinned already. {Where}"));
        var text = isKept && context.PinRefused
            ? $"The register keeps #{state.Number} already. I try to pin it here once more: the recommendation says how that went."
            : $"#{state.Number} is pinned. {Where}";
        return Decision.Of(new Pinned(decision.Revision, state.PinnedRevision), Reply.Confirmation(text));
    }

    public static Decision Unpin(Assessment state, Unpin command)
    {
        if (state.PinnedRevision is not { } revision)
            return Decision.Only(Reply.Refusal($"#{state.Number} is not pinned. Type pinned to see what is."));
        return command.Revision is { } shown && shown != revision
            ? Decision.Only(Reply.Refusal(
                $"Revision {shown} of #{state.Number} is not pinned any more, revision {revision} is. Unpin that one instead.",
                Buttons.Unpin(state, revision)))
            : Decision.Of(
                new Unpinned(revision),
                Reply.Confirmation($"#{state.Number} is no longer pinned.", Buttons.Undo(state, state.Version + 1)));
    }
}
