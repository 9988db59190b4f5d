using ChecklistBot.Assessments.Agreement;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>What somebody who types <c>finish</c> is asked while several paths are left. It offers what anybody else may do first,
/// so its message is brought up to date as long as it can be edited.</summary>
public static class FinishQuestion
{
    /// <summary>The question as it stands now; once it is answered, what became of it.</summary>
    public static NoticeContent Now(Assessment state, CompiledChecklist checklist) => (NoticeContent)Reworded(state, checklist).Content;

    internal static Reply Ask(Assessment state, TeamPicture picture, Undecided verdict) =>
        Reply.Of(
            ReplyNature.Asked,
            DecidingItems.Sentences(picture, verdict.Split, names: null),
            DecidingItems.Buttons(state, picture, verdict.Split)) with { IsKeptUpToDate = true };

    private static Reply Reworded(Assessment state, CompiledChecklist checklist)
    {
        if (state.Phase == Phase.Finished)
            return Told($"#{state.Number} was finished since.");
        if (state.Phase == Phase.Cancelled)
            return Told($"#{state.Number} was cancelled since.");
        var picture = TeamPicture.Of(state, checklist);
        if (picture.AnsweredCount == 0)
            return Told($"Every answer to #{state.Number} was taken back since.");
        return Verdicts.Of(picture) switch
        {
            Undecided undecided => Ask(state, picture, undecided),
            Agreed agreed => Ready(state, picture, agreed.Path),
            Majority majority => Ready(state, picture, majority.Path),
            var other => throw new InvalidOperationException($"No words are written for {other.GetType().Name}."),
        };
    }

    private static Reply Ready(Assessment state, TeamPicture picture, int path) => Told(
        $"Nothing is left to settle: #{state.Number} leads to {Wording.InSentence(picture.Checklist.Definition.Paths[path].Label)} now.",
        Buttons.Finish(state, "Finish"));

    private static Reply Told(string text, params CardButton[] buttons) => Reply.Of(ReplyNature.Content, text, [.. buttons]);
}
