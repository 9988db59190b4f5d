using ChecklistBot.Assessments.Agreement;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>The team's answer where people differ.</summary>
internal static class Settling
{
    public static Decision Typed(Assessment state, Settle command, DecisionContext context)
    {
        if (Guards.NotOpen(state) is { } refusal)
            return Decision.Only(refusal);
        const string Usage = "Say which item and which answer: for example settle 2b, or settle 2 and the words of the answer.";
        if (command.Phrase is null or PlacePhrase { Position: null } or PlacePhrase { Choice: PlacePhrase.NotSure or PlacePhrase.Unsaid })
            return Decision.Only(Reply.Refusal(Usage));
        var reading = PhraseReading.Of(state, [command.Phrase], context);
        if (!reading.Refusals.IsEmpty)
            return Decision.Only(Reply.Refusal(reading.Refusals[0]));
        return reading.Clear.SingleOrDefault() is var place && reading.Clear.Count == 1
            ? To(state, place.Item, place.Option, context)
            : Decision.Only(Reply.Refusal($"“{command.Phrase.Words}” is an answer to several items. {Usage}"));
    }

    public static Decision ById(Assessment state, SettleById command, DecisionContext context)
    {
        if (Guards.NotOpen(state) is { } refusal)
            return Decision.Only(refusal);
        var item = context.Checklist.ItemIndex(command.Item);
        var option = item < 0 ? -1 : context.Checklist.OptionIndex(item, command.Option);
        return option < 0
            ? Decision.Only(Reply.Of(ReplyNature.NotUnderstood, "That answer is not on the checklist any more. Use the newest card."))
            : To(state, item, option, context);
    }

    private static Decision To(Assessment state, int item, int option, DecisionContext context)
    {
        var definition = context.Checklist.Definition.Items[item];
        var chosen = definition.Options[option];
        var picture = ItemPicture.Of(item, definition, state.Item(definition.Id));
        var position = Wording.Number(item + 1);
        switch (picture.State)
        {
            case ItemLineState.Open:
                return Decision.Only(Reply.Refusal(
                    $"Nobody has chosen an answer to item {position} yet, so there is nothing to settle. Answer it instead.",
                    Buttons.Answer(state, definition, item + 1, chosen)));
            case ItemLineState.Agreed:
                return Decision.Only(Reply.Refusal(
                    $"Nobody differs on item {position} (“{definition.Options[picture.Choices[0].Option].Label}”), so there is nothing to settle."));
            case ItemLineState.Settled when picture.Team == option:
                return Decision.Only(Reply.Confirmation($"Item {position} is already settled on “{chosen.Label}”{Wording.In(state, context)}."));
        }

        return Decision.Of(
            new Settled(definition.Id, chosen.Id, picture.Settlement?.Option, picture.Settlement?.Person),
            Reply.Confirmation($"Item {position} is settled on “{chosen.Label}”{Wording.In(state, context)}.", Buttons.Undo(state, state.Version + 1)));
    }
}
