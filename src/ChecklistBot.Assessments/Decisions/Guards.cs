using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>Refusals that several commands share, each with what to do next.</summary>
internal static class Guards
{
    /// <summary>Null while the assessment takes answers; else why not, and the button that opens it.</summary>
    public static Reply? NotOpen(Assessment state) => state.Phase switch
    {
        Phase.Finished => Reply.Refusal(
            $"#{state.Number} is finished. Reopen it to change an answer; the recommendation stays until you finish again.",
            Buttons.Reopen(state)),
        Phase.Cancelled => Reply.Refusal(
            state.Decision is { } stands
                ? $"Revision {state.Revision} of #{state.Number} was cancelled. Reopen it to go on where you stopped. Until then revision {stands.Revision} stands."
                : $"#{state.Number} was cancelled. Reopen it to go on where you stopped.",
            Buttons.Reopen(state)),
        _ => null,
    };

    public static Reply NoSuchItem(int items) => Reply.Refusal(Wording.Sentence(Range(items)) + ".");

    /// <summary>Which numbers items have.</summary>
    public static string Range(int items) => items == 1 ? "there is only item 1" : $"there is no such item; the items are 1 to {Wording.Number(items)}";
}
