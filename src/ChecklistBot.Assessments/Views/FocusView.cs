using ChecklistBot.Assessments.Agreement;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Views;

/// <summary>The item in focus: its question, one tap an option, and who said what so far.</summary>
internal static class FocusView
{
    public static FocusBlock Draw(Assessment state, TeamPicture picture, ItemPicture item, ViewContext context)
    {
        var options = item.Definition.Options.Select((option, index) =>
        {
            var count = item.Choices.FirstOrDefault(choice => choice.Option == index)?.People.Length ?? 0;
            return Option(state, item, option.Id, option.Label, option.Meaning, count);
        });
        var notSure = Option(
            state,
            item,
            Answers.NotSure,
            Answers.NotSureLabel,
            "Shown to the others and never counted as a choice",
            item.NotSure.Length);
        var help = item.Definition.Help.Length > 0 ? item.Definition.Help : null;
        if (picture.IsForTheRecord(item))
            help = help is null ? "For the record: it cannot change the path." : $"For the record: it cannot change the path. {help}";
        return new FocusBlock(
            item.Position,
            picture.Items.Length,
            item.Definition.Id,
            item.Definition.Question,
            help,
            [.. options, notSure],
            Tally(item, context));
    }

    /// <summary>How to answer without buttons.</summary>
    public static string Hint(ItemPicture focus, bool needsMention)
    {
        var letter = focus.Definition.Options.Length > 1 ? 'b' : 'a';
        return needsMention
            ? $"No buttons? Reply “@Checklist {focus.Position}{letter}”, or @Checklist and the words of an answer."
            : $"No buttons? Reply “{focus.Position}{letter}” or the words of an answer.";
    }

    private static CardButton Option(Assessment state, ItemPicture item, string id, string label, string meaning, int count) => new()
    {
        Label = count == 0 ? label : $"{label} · {count}",
        Action = CardAction.Of(state.Id, new AnswerByIds([KeyValuePair.Create(item.Definition.Id, id)])),
        Description = meaning,
        ItemId = item.Definition.Id,
        OptionId = id,
    };

    private static string? Tally(ItemPicture item, ViewContext context)
    {
        var parts = item.Choices.Select(choice =>
            $"{item.Definition.Options[choice.Option].Label}: {NameLists.Of(choice.People, context.Names)}").ToList();
        if (!item.NotSure.IsEmpty)
            parts.Add($"{Answers.NotSureLabel}: {NameLists.Of(item.NotSure, context.Names)}");
        if (parts.Count == 0)
            return null;
        var tally = string.Join(" · ", parts);
        return item.State switch
        {
            ItemLineState.Settled => $"{tally}. Settled on “{item.Definition.Options[item.Team!.Value].Label}” by {context.Names[item.Settlement!.Person]}.",
            ItemLineState.Tied => $"{tally}. Tied: no answer has most.",
            _ => tally,
        };
    }
}
