using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Views;

/// <summary>The form of all items, filled with one person's answers.</summary>
public static class FormView
{
    /// <param name="state">An open assessment.</param>
    /// <param name="checklist">The present checklist.</param>
    /// <param name="person">Whose answers; null for somebody who never said anything here.</param>
    public static AnswerForm Draw(Assessment state, CompiledChecklist checklist, int? person) => new(
        $"#{state.Number} {state.Title}",
        FormAction.Of(state.Id, checklist, item => OwnAnswer(state, checklist.Definition.Items[checklist.ItemIndex(item)], person)),
        [
            .. checklist.Definition.Items.Select((item, index) => new FormItem(
                index + 1,
                item.Id,
                item.Question,
                item.Help.Length > 0 ? item.Help : null,
                [
                    .. item.Options.Select(option => new FormOption(option.Id, option.Label, option.Meaning)),
                    new FormOption(Answers.NotSure, Answers.NotSureLabel, "Shown to the others and never counted as a choice"),
                ],
                OwnAnswer(state, item, person))),
        ]);

    /// <summary>One that the checklist no longer has would come back with the form, and have all of it refused.</summary>
    private static string? OwnAnswer(Assessment state, ItemDefinition item, int? person)
    {
        var own = person is { } known ? state.Item(item.Id).OptionOf(known) : null;
        return own == Answers.NotSure || item.Options.Any(option => option.Id == own) ? own : null;
    }
}
