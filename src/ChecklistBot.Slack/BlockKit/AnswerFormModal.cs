using System.Globalization;
using System.Text.Json;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Slack.BlockKit;

/// <summary><c>Answer all</c> as a modal: one field an item, filled with one's own answers, each may stay as it is.</summary>
internal static class AnswerFormModal
{
    /// <summary>Always within what a view may have: where the questions are too long for it, they are cut.</summary>
    public static ReadOnlyMemory<byte> Render(AnswerForm form, ModalContext context)
    {
        var whole = Render(form, context, Limits.InputLabel);
        return whole.Length <= Limits.ModalBytes ? whole : Render(form, context, Limits.InputLabel / 10);
    }

    private static ReadOnlyMemory<byte> Render(AnswerForm form, ModalContext context, int longest)
    {
        var first = form.Items.IsEmpty ? "" : form.Items[0].ItemId;
        var metadata = (context with { Action = form.Action, FirstField = first }).Write();
        return ModalWriter.Write(
            ModalKind.Answers,
            form.Title,
            AnswerForm.Save,
            "Cancel",
            metadata,
            json =>
            {
                foreach (var item in form.Items.Take(Limits.ModalBlocks))
                    WriteItem(json, item, longest);
            });
    }

    private static void WriteItem(Utf8JsonWriter json, FormItem item, int longest)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "input");
        json.WriteString("block_id"u8, item.ItemId);
        json.WriteBoolean("optional"u8, true);
        json.WritePropertyName("label"u8);
        BlockWriter.WritePlain(
            json, PlainText.Cut(string.Create(CultureInfo.InvariantCulture, $"{item.Position}. {item.Question}"), longest));
        FormOption[] shown = [.. Shown(item)];
        var leftOut = item.LeftOut(shown.Length);
        if (leftOut is not null || item.Help is { Length: > 0 })
        {
            json.WritePropertyName("hint"u8);
            BlockWriter.WritePlain(json, PlainText.Cut($"{leftOut} {item.Help}".Trim(), longest));
        }

        json.WriteStartObject("element"u8);
        // Radio buttons show every meaning at once, but only ten of them fit.
        var isRadio = item.Options.Length <= Limits.RadioOptions;
        json.WriteString("type"u8, isRadio ? "radio_buttons" : "static_select");
        json.WriteString("action_id"u8, "option");
        json.WriteStartArray("options"u8);
        foreach (var option in shown)
            WriteOption(json, option);
        json.WriteEndArray();
        if (item.Options.FirstOrDefault(option => option.OptionId == item.Selected) is { } selected)
        {
            json.WritePropertyName("initial_option"u8);
            WriteOption(json, selected);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>As many as fit; one's own answer is always among them, and “Not sure”, the last.</summary>
    private static IEnumerable<FormOption> Shown(FormItem item) => item.Options.Length <= Limits.SelectOptions
        ? item.Options
        : item.Options.Where((option, index) => index < Limits.SelectOptions - 2 || index == item.Options.Length - 1 || option.OptionId == item.Selected);

    /// <summary>The initial option must equal one of the options exactly, so both are written here.</summary>
    private static void WriteOption(Utf8JsonWriter json, FormOption option)
    {
        json.WriteStartObject();
        json.WritePropertyName("text"u8);
        BlockWriter.WritePlain(json, PlainText.Cut(option.Label, Limits.OptionText));
        json.WriteString("value"u8, option.OptionId);
        if (option.Meaning.Length > 0)
        {
            json.WritePropertyName("description"u8);
            BlockWriter.WritePlain(json, PlainText.Cut(option.Meaning, Limits.OptionDescription));
        }

        json.WriteEndObject();
    }
}
