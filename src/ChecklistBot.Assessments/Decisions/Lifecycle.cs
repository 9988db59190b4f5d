using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>Rename, cancel and reopen.</summary>
internal static class Lifecycle
{
    public static Decision Reopen(Assessment state) => state.Phase switch
    {
        Phase.Finished => Decision.Of(
            new Reopened(state.Revision + 1),
            Reply.Confirmation(
                $"#{state.Number} is open again as revision {state.Revision + 1}. Revision {state.Revision} stays until you finish.",
                Buttons.Undo(state, state.Version + 1))),
        Phase.Cancelled => Decision.Of(new Resumed(), Reply.Confirmation($"#{state.Number} goes on where you stopped.")),
        _ => Decision.Only(Reply.Refusal($"#{state.Number} is open already: change an answer on its card.")),
    };

    public static Decision Cancel(Assessment state) => state.Phase switch
    {
        Phase.Open => Decision.Of(
            new Cancelled(),
            Reply.Confirmation(
                state.Decision is { } stands
                    ? $"Revision {state.Revision} of #{state.Number} is cancelled. Its answers are kept, and revision {stands.Revision} stands."
                    : $"#{state.Number} is cancelled. Its answers are kept.",
                Buttons.Undo(state, state.Version + 1))),
        Phase.Finished => Decision.Only(Reply.Refusal($"#{state.Number} is finished, so there is nothing to cancel. To change its answers, type reopen #{state.Number}.")),
        _ => Decision.Only(Reply.Confirmation(
            state.Decision is null ? $"#{state.Number} is cancelled already." : $"Revision {state.Revision} of #{state.Number} is cancelled already.",
            Buttons.Reopen(state))),
    };

    public static Decision Rename(Assessment state, Rename command)
    {
        if (command.Title is not { } title)
            return Decision.Only(Reply.Refusal("The new title is missing. Give one, such as CRM to accounting; typed, that is rename CRM to accounting."));
        if (title.Text == state.Title)
            return Decision.Only(Reply.Confirmation($"#{state.Number} has that title already."));
        var text = $"#{state.Number} is now called {title.Text}." + (title.WasCut ? " " + Decider.CutNote(title) : "");
        return Decision.Of(new Renamed(title.Text, state.Title), Reply.Confirmation(text, Buttons.Undo(state, state.Version + 1)));
    }
}
