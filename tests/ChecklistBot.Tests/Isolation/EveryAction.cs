using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;

namespace ChecklistBot.Tests.Isolation;

/// <summary>Everything that a button can carry for an assessment whose id somebody has got hold of.</summary>
internal static class EveryAction
{
    public static IReadOnlyList<string> On(AssessmentId id) =>
    [
        CardAction.Menu(id),
        CardAction.Form(id),
        CardAction.Typed(id, "answer error cost: high")!,
        CardAction.Typed(id, "export")!,
        .. new AssessmentCommand[]
        {
            new AnswerByIds([KeyValuePair.Create("frequency", "real-time")]),
            new FocusOn("delay"),
            new Back(null),
            new Next(null),
            new SettleById("frequency", "real-time"),
            new Finish(WithoutAgreement: false),
            new Finish(WithoutAgreement: true),
            new Reopen(),
            new Cancel(),
            new Pin(null),
            new Unpin(),
            new Export(),
            new ShowStatus(),
            new Rename(Title.From("Taken over")),
            new ChangePace(Pace.Quick),
            new Undo(null),
            new Undo(1),
        }.Select(command => CardAction.Of(id, command)),
    ];
}
