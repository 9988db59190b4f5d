using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>A tiny renderer: a neutral card as plain text, one block a line or more.</summary>
internal static class CardText
{
    public static string Of(Card card)
    {
        var lines = new List<string> { $"({card.Kind}, #{card.Number}, revision {card.Revision}{(card.PathId is { } path ? ", " + path : "")})", $"({card.Summary})", "" };
        lines.AddRange(card.Blocks.SelectMany(Lines));
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Lines(CardBlock block) => block switch
    {
        HeadingBlock heading => ["# " + heading.Text],
        TextBlock text => [text.Tone switch { TextTone.Subtle => $"  {text.Text}", TextTone.Strong => $"**{text.Text}**", TextTone.Attention => $"! {text.Text}", _ => text.Text }],
        ProgressBlock progress => [$"{new string('■', progress.Done)}{new string('□', progress.Total - progress.Done)} {progress.Words}"],
        FlagsBlock flags => ["⚑ " + string.Join(" · ", flags.Labels)],
        DividerBlock => ["-----"],
        ItemLineBlock line => [Line(line)],
        FocusBlock focus => Focus(focus),
        SectionBlock section => [section.Label, .. section.Lines.Select(line => "    " + line)],
        ButtonsBlock row => [Row(row.Buttons)],
        EntryBlock entry => [$"* {entry.Title}", $"    {entry.Detail}", $"    {entry.Link ?? "(no link)"}"],
        LinkBlock link => [$"{link.Text} -> {link.Link}"],
        DocumentBlock document => [$"<<< {document.FileName} ({document.MediaType})", document.Content + ">>>"],
        _ => throw new InvalidOperationException($"No text is written for {block.GetType().Name}."),
    };

    private static string Line(ItemLineBlock line)
    {
        var choices = string.Join(" / ", line.Choices.Select(choice => $"{choice.Label} ({choice.People})"));
        var text = $"{line.State.Mark()} {line.Position} {line.Question} | {choices} | {line.State.Word()}";
        return line.Note is { } note ? $"{text}, {note}" : text;
    }

    private static IEnumerable<string> Focus(FocusBlock focus)
    {
        yield return "| " + focus.Title;
        if (focus.Help is { } help)
            yield return "|   " + help;
        yield return "| " + Row(focus.Options);
        if (focus.Tally is { } tally)
            yield return "|   " + tally;
    }

    private static string Row(IEnumerable<CardButton> buttons) => string.Join(' ', buttons.Select(Button));

    private static string Button(CardButton button)
    {
        var text = button.Style switch { ButtonStyle.Primary => $"[*{button.Label}]", ButtonStyle.Danger => $"[!{button.Label}]", _ => $"[{button.Label}]" };
        if (button.Input is { } input)
            text += $"<{input.Label}: {input.Value}>";
        if (button.Confirmation is { } asked)
            text += $"{{{asked.Question} {asked.Consequence} {asked.Yes} / {asked.No}}}";
        return button.Menu.IsEmpty ? text : $"{text}( {Row(button.Menu)} )";
    }
}
