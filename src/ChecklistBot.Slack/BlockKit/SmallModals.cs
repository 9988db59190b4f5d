using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>Modals that ask one thing or say one thing.</summary>
internal static class SmallModals
{
    /// <summary>The <c>block_id</c> of the line of text.</summary>
    public const string InputField = "input";

    private const string Name = "Checklist";

    /// <summary>Stands until the form has been read from the database.</summary>
    public static ReadOnlyMemory<byte> Loading { get; } = Notice("One moment…");

    public static ReadOnlyMemory<byte> Notice(string text) => ModalWriter.Write(
        ModalKind.Notice, Name, submit: null, "Close", "", json => ModalWriter.WriteSection(json, text));

    public static ReadOnlyMemory<byte> Confirm(ButtonConfirmation confirmation, ModalContext context) => ModalWriter.Write(
        ModalKind.Confirm,
        confirmation.Question,
        confirmation.Yes,
        confirmation.No,
        context.Write(),
        json => ModalWriter.WriteSection(json, Body(confirmation)));

    /// <summary>A question that is longer than a title may be is repeated in full.</summary>
    private static string Body(ButtonConfirmation confirmation) => confirmation.Question.Length > Limits.ModalTitle
        ? $"{confirmation.Question}\n{confirmation.Consequence}"
        : confirmation.Consequence;

    public static ReadOnlyMemory<byte> Ask(string title, ButtonInput input, ModalContext context) => ModalWriter.Write(
        ModalKind.Input,
        title,
        "Save",
        "Cancel",
        (context with { FirstField = InputField }).Write(),
        json =>
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "input");
            json.WriteString("block_id"u8, InputField);
            json.WritePropertyName("label"u8);
            BlockWriter.WritePlain(json, PlainText.Cut(input.Label, Limits.InputLabel));
            json.WriteStartObject("element"u8);
            json.WriteString("type"u8, "plain_text_input");
            json.WriteString("action_id"u8, "line");
            var most = Math.Clamp(input.MaxLength, 1, Limits.InputLength);
            json.WriteNumber("max_length"u8, most);
            if (input.Value.Length > 0)
                json.WriteString("initial_value"u8, PlainText.Cut(input.Value, most));
            json.WriteEndObject();
            json.WriteEndObject();
        });
}
