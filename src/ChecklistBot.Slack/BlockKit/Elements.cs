using System.Text.Json;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>Draws a button of a card as the element that Slack has for it.</summary>
internal static class Elements
{
    public static Action<Utf8JsonWriter> Of(CardButton button, BlockWriter blocks)
    {
        if (!button.Menu.IsEmpty && ActionIds.TryMenu(button, out var menuId))
            return json => WriteMenu(json, button, menuId);
        var number = blocks.NextElement();
        return json => WriteButton(json, button, ActionIds.Of(button, number));
    }

    private static void WriteButton(Utf8JsonWriter json, CardButton button, string actionId)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "button");
        json.WriteString("action_id"u8, actionId);
        json.WritePropertyName("text"u8);
        BlockWriter.WritePlain(json, PlainText.Cut(button.Label, Limits.ButtonLabel));
        json.WriteString("value"u8, ActionIds.Value(button));
        if (button.Description is { } description)
            json.WriteString("accessibility_label"u8, PlainText.Cut($"{button.Label}. {description}", Limits.AccessibilityLabel));
        if (button.Style == ButtonStyle.Primary)
            json.WriteString("style"u8, "primary");
        else if (button.Style == ButtonStyle.Danger)
            json.WriteString("style"u8, "danger");
        if (button.Confirmation is { } confirmation)
        {
            json.WritePropertyName("confirm"u8);
            WriteConfirmation(json, confirmation, button.Style);
        }

        json.WriteEndObject();
    }

    private static void WriteMenu(Utf8JsonWriter json, CardButton button, string actionId)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "overflow");
        json.WriteString("action_id"u8, actionId);
        json.WriteStartArray("options"u8);
        foreach (var entry in button.Menu)
        {
            var asks = entry.Confirmation is not null || entry.Input is not null;
            json.WriteStartObject();
            json.WritePropertyName("text"u8);
            BlockWriter.WritePlain(json, PlainText.Cut(asks ? entry.Label + "…" : entry.Label, Limits.OptionText));
            json.WriteString("value"u8, ActionIds.MenuValue(entry));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteConfirmation(Utf8JsonWriter json, ButtonConfirmation confirmation, ButtonStyle style)
    {
        json.WriteStartObject();
        json.WritePropertyName("title"u8);
        BlockWriter.WritePlain(json, PlainText.Cut(confirmation.Question, Limits.ConfirmTitle));
        json.WritePropertyName("text"u8);
        BlockWriter.WritePlain(json, PlainText.Cut(confirmation.Consequence, Limits.ConfirmText));
        json.WritePropertyName("confirm"u8);
        BlockWriter.WritePlain(json, PlainText.Cut(confirmation.Yes, Limits.ConfirmButton));
        json.WritePropertyName("deny"u8);
        BlockWriter.WritePlain(json, PlainText.Cut(confirmation.No, Limits.ConfirmButton));
        if (style == ButtonStyle.Danger)
            json.WriteString("style"u8, "danger");
        json.WriteEndObject();
    }
}
