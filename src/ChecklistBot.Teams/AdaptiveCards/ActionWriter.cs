using System.Text.Json;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>
/// Writes buttons: <c>Action.Execute</c>, each with an <c>Action.Submit</c> of the same meaning for clients that do not know it. What
/// such a client cannot show (a menu or a question for the presser alone) unfolds below the button there.
/// </summary>
/// <param name="json">Where to.</param>
internal sealed class ActionWriter(Utf8JsonWriter json)
{
    /// <summary>Input ids in the order of the buttons that asked for them.</summary>
    private int inputs;

    /// <summary>A row of buttons, with the lines of text that they ask for above it.</summary>
    /// <param name="buttons">In the order in which they stand.</param>
    /// <param name="back">Leads from what only the presser sees back to the card; null for none.</param>
    public void Row(IEnumerable<CardButton> buttons, CardButton? back = null)
    {
        var row = buttons.Select(button => (Button: button, Input: button.Input is null ? null : InputId())).ToList();
        if (row.Count == 0 && back is null) return;
        foreach (var (button, input) in row)
        {
            if (button.Input is { } line) Input(input!, line);
        }

        json.WriteStartObject();
        json.WriteString("type", "ActionSet");
        json.WriteStartArray("actions");
        foreach (var (button, input) in row) Action(button, input);
        if (back is not null) Execute(back, TeamsAction.Card, null);
        json.EndItems();
    }

    /// <summary>One button.</summary>
    public void Action(CardButton button, string? input = null)
    {
        if (button.OpensForm)
        {
            OpenForm(button);
            return;
        }

        Execute(button, VerbOf(button), input);
    }

    private void Execute(CardButton button, string verb, string? input)
    {
        json.WriteStartObject();
        json.WriteString("type", "Action.Execute");
        json.WriteString("verb", verb);
        Face(button);
        json.WriteString("associatedInputs", input is null ? "none" : "auto");
        json.WriteStartObject("data");
        Data(button, input);
        json.WriteEndObject();
        json.WritePropertyName("fallback");
        if (verb is TeamsAction.Menu or TeamsAction.Ask) Unfold(button);
        else Submit(button, input);
        json.WriteEndObject();
    }

    /// <summary>A line of text with its label.</summary>
    private void Input(string id, ButtonInput line)
    {
        json.WriteStartObject();
        json.WriteString("type", "Input.Text");
        json.WriteString("id", id);
        json.WriteString("label", line.Label);
        json.WriteString("value", line.Value);
        if (line.MaxLength > 0) json.WriteNumber("maxLength", line.MaxLength);
        json.WriteEndObject();
    }

    private string InputId() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line-{++inputs}");

    private static string VerbOf(CardButton button) =>
        button.Menu.Length > 0 ? TeamsAction.Menu
        : button.Confirmation is not null ? TeamsAction.Ask
        : button.OptionId is not null ? TeamsAction.Answer
        : TeamsAction.Tap;

    private void Face(CardButton button)
    {
        Look(button, button.Label);
        if (button.Description is { } description) json.WriteString("tooltip", description);
    }

    private void Look(CardButton button, string title)
    {
        json.WriteString("title", title);
        if (button.Style == ButtonStyle.Primary) json.WriteString("style", "positive");
        if (button.Style == ButtonStyle.Danger) json.WriteString("style", "destructive");
    }

    private void Data(CardButton button, string? input)
    {
        json.WriteString(TeamsAction.ActionField, button.Action);
        if (button.ItemId is { } item) json.WriteString(TeamsAction.ItemField, item);
        if (button.OptionId is { } option) json.WriteString(TeamsAction.OptionField, option);
        if (input is not null) json.WriteString(TeamsAction.InputField, input);
    }

    private void Submit(CardButton button, string? input, string? title = null)
    {
        json.WriteStartObject();
        json.WriteString("type", "Action.Submit");
        Look(button, title ?? button.Label);
        json.WriteString("associatedInputs", input is null ? "none" : "auto");
        json.WriteStartObject("data");
        json.WriteString(TeamsAction.VerbField, button.OptionId is null ? TeamsAction.Tap : TeamsAction.Answer);
        Data(button, input);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A dialog opens from Action.Submit only; the client asks for its content by task/fetch.
    private void OpenForm(CardButton button)
    {
        json.WriteStartObject();
        json.WriteString("type", "Action.Submit");
        Face(button);
        json.WriteString("associatedInputs", "none");
        json.WriteStartObject("data");
        json.WriteStartObject("msteams");
        json.WriteString("type", "task/fetch");
        json.WriteEndObject();
        json.WriteString(TeamsAction.VerbField, TeamsAction.Form);
        json.WriteString(TeamsAction.ActionField, button.Action);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Unfold(CardButton button)
    {
        json.WriteStartObject();
        json.WriteString("type", "Action.ShowCard");
        Face(button);
        json.WriteStartObject("card");
        json.WriteString("type", "AdaptiveCard");
        json.WriteStartArray("body");
        var steps = button.Menu.Length > 0 ? button.Menu : [button];
        foreach (var step in steps)
        {
            if (step.Confirmation is { } question) json.Text(MarkdownText.Escape($"{question.Question} {question.Consequence}"));
            var input = step.Input is null ? null : InputId();
            if (step.Input is { } line) Input(input!, line);
            json.WriteStartObject();
            json.WriteString("type", "ActionSet");
            json.WriteStartArray("actions");
            Submit(step, input, step.Confirmation?.Yes);
            json.EndItems();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
