using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>The dialog of <c>Answer all</c>.</summary>
internal static class FormCard
{
    /// <summary>From nothing left out: the longest text, and the most options of an item, with 0 for all of them. Below a hundred units no meaning says anything.</summary>
    private static readonly (int TextLimit, int MostOptions)[] Economies =
        [(4000, 0), (1000, 0), (300, 0), (150, 0), (60, 0), (60, 100), (60, 50), (60, 25), (40, 12), (40, 6), (30, 3)];

    /// <summary>A whole card as UTF-8 JSON: one choice an item, filled with the asker's own answers. Always within <see cref="CardBudget"/>.</summary>
    public static byte[] Render(AnswerForm form)
    {
        byte[] rendered = [];
        foreach (var (limit, most) in Economies)
        {
            rendered = Render(form, limit, most);
            if (CardBudget.Holds(rendered)) break;
        }

        return rendered;
    }

    private static byte[] Render(AnswerForm form, int limit, int most) => AdaptiveCardRenderer.Write(form.Title, json =>
    {
        foreach (var item in form.Items)
        {
            json.WriteStartObject();
            json.WriteString("type", "Input.ChoiceSet");
            json.WriteString("id", TeamsAction.FormInputPrefix + item.ItemId);
            FormOption[] shown = [.. Shown(item, most)];
            json.WriteString("label", LabelOf(item, limit) + (item.LeftOut(shown.Length) is { } leftOut ? $" {leftOut}" : ""));
            json.WriteString("style", "expanded");
            json.WriteBoolean("wrap", true);
            if (item.Selected is { } selected) json.WriteString("value", selected);
            json.WriteStartArray("choices");
            foreach (var option in shown)
            {
                json.WriteStartObject();
                json.WriteString("title", option.Meaning.Length == 0 || limit < 100 ? option.Label : $"{option.Label} — {TextCut.AtWord(option.Meaning, limit)}");
                json.WriteString("value", option.OptionId);
                json.WriteEndObject();
            }

            json.EndItems();
        }

        json.WriteStartObject();
        json.WriteString("type", "ActionSet");
        json.WriteStartArray("actions");
        json.WriteStartObject();
        json.WriteString("type", "Action.Submit");
        json.WriteString("title", AnswerForm.Save);
        json.WriteString("style", "positive");
        json.WriteStartObject("data");
        json.WriteString(TeamsAction.VerbField, TeamsAction.Send);
        json.WriteString(TeamsAction.ActionField, form.Action);
        json.WriteEndObject();
        json.WriteEndObject();
        json.EndItems();
    });

    /// <summary>One's own answer is always among them, and so is “Not sure”, the last: a form that is saved as it was opened changes nothing.</summary>
    private static IEnumerable<FormOption> Shown(FormItem item, int most) => most == 0
        ? item.Options
        : item.Options.Where((option, index) => index < most || index == item.Options.Length - 1 || option.OptionId == item.Selected);

    private static string LabelOf(FormItem item, int limit)
    {
        var title = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Item {item.Position}: {TextCut.AtWord(item.Question, limit)}");
        return item.Help is null || limit < 100 ? title : $"{title} {TextCut.AtWord(item.Help, limit)}";
    }
}
