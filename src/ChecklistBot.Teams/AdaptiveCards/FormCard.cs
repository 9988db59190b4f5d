using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>The dialog of <c>Answer all</c>.</summary>
internal static class FormCard
{
    /// <summary>A whole card as UTF-8 JSON: one choice an item, filled with the asker's own answers.</summary>
    public static byte[] Render(AnswerForm form) => AdaptiveCardRenderer.Write(form.Title, json =>
    {
        foreach (var item in form.Items)
        {
            json.WriteStartObject();
            json.WriteString("type", "Input.ChoiceSet");
            json.WriteString("id", TeamsAction.FormInputPrefix + item.ItemId);
            json.WriteString("label", item.Help is null ? TitleOf(item) : $"{TitleOf(item)} {item.Help}");
            json.WriteString("style", "expanded");
            json.WriteBoolean("wrap", true);
            if (item.Selected is { } selected) json.WriteString("value", selected);
            json.WriteStartArray("choices");
            foreach (var option in item.Options)
            {
                json.WriteStartObject();
                json.WriteString("title", option.Meaning.Length == 0 ? option.Label : $"{option.Label} — {option.Meaning}");
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

    private static string TitleOf(FormItem item) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Item {item.Position}: {item.Question}");
}
