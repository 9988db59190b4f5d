using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>Draws the blocks of one card, with as much as the economy allows.</summary>
internal sealed class BlockWriter
{
    private const string LeftOut = "The answers are too many for one card: “export” has them all.";

    private readonly Utf8JsonWriter json;
    private readonly Card card;
    private readonly Economy economy;
    private readonly ActionWriter actions;

    private bool isSeparated;
    private bool saidLeftOut;
    private int documents;

    public BlockWriter(Utf8JsonWriter json, Card card, Economy economy)
    {
        this.json = json;
        this.card = economy.Most > 0 ? ShortCard.Of(card, economy.Most) : card;
        this.economy = economy;
        actions = new ActionWriter(json);
    }

    public void Write()
    {
        foreach (var block in card.Blocks) Write(block);
    }

    private void Write(CardBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading: json.Text(Text(heading.Text), Separated(TextLook.Heading | TextLook.Bold)); break;
            case TextBlock text: json.Text(Text(text.Text), Separated(LookOf(text.Tone))); break;
            case ProgressBlock progress: Progress(progress); break;
            case FlagsBlock flags: json.Text("⚑ " + Text(string.Join(" · ", flags.Labels)), Separated(TextLook.Bold)); break;
            case DividerBlock: isSeparated = true; break;
            case ItemLineBlock line: Line(line); break;
            case FocusBlock focus: Focus(focus); break;
            case SectionBlock section: Section(section); break;
            case ButtonsBlock buttons: actions.Row(buttons.Buttons.Select(Explained)); break;
            case EntryBlock entry: Entry(entry); break;
            case LinkBlock link: json.Text(Link(link.Text, link.Link), Separated(TextLook.Plain)); break;
            case DocumentBlock document: Document(document); break;
            default: throw new ArgumentException($"{block.GetType().Name} is not drawn on Teams.", nameof(block));
        }
    }

    // Words first: a screen reader that stumbles over the squares has said the meaning by then.
    private void Progress(ProgressBlock progress)
    {
        var bar = new string('■', progress.Done) + new string('□', Math.Max(progress.Total - progress.Done, 0));
        json.Text($"{Text(progress.Words)} {bar}", Separated(TextLook.Subtle));
    }

    private void Line(ItemLineBlock line)
    {
        if (economy.WithoutLines && (line.State != ItemLineState.Open || economy.Most > 0))
        {
            if (!saidLeftOut) json.Text(MarkdownText.Escape(LeftOut), TextLook.Subtle);
            saidLeftOut = true;
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", "Container");
        json.WriteString("spacing", isSeparated ? "Medium" : "Small");
        Separator();
        if (line.Focus is { } focus)
        {
            json.WritePropertyName("selectAction");
            actions.Action(Explained(focus));
        }

        json.WriteStartArray("items");
        json.StartColumns();
        json.StartColumn(5);
        json.Text($"{line.State.Mark()} {line.Position.ToString(CultureInfo.InvariantCulture)} {Text(line.Question)}");
        if (NoteOf(line) is { } note) json.Text(Text(note), TextLook.Subtle, "None");
        json.EndItems();
        json.StartColumn(6);
        Choices(line.Choices);
        json.EndItems();
        json.EndItems();
        json.EndItems();
    }

    private void Choices(ImmutableArray<LineChoice> choices)
    {
        foreach (var choice in choices)
        {
            var count = choices.Length > 1 || economy.WithoutNames ? $" {choice.Count.ToString(CultureInfo.InvariantCulture)}" : "";
            var names = economy.WithoutNames ? "" : $" — {Text(choice.People.ToString())}";
            json.Text($"**{Text(choice.Label)}{count}**{names}", spacing: "None");
        }
    }

    private static string? NoteOf(ItemLineBlock line) => line.State switch
    {
        ItemLineState.Split or ItemLineState.Tied when line.Note is null => line.State.Word(),
        ItemLineState.Split or ItemLineState.Tied => $"{line.State.Word()} · {line.Note}",
        _ => line.Note,
    };

    private void Focus(FocusBlock focus)
    {
        json.StartContainer("emphasis", "Medium", TakeSeparator());
        json.Text(Text(focus.Title), TextLook.Bold);
        if (focus.Help is { } help && !economy.WithoutHelp) json.Text(Text(help), TextLook.Subtle, "Small");
        actions.Row(focus.Options.Select(Explained));
        if (focus.Tally is { } tally && !economy.WithoutNames) json.Text(Text(tally), TextLook.Subtle, "Small");
        json.EndItems();
    }

    /// <summary>What a button says when somebody rests on it is the checklist's help, and as long as its author wrote it.</summary>
    private CardButton Explained(CardButton button) => button.Description is not { } words ? button
        : button with { Description = economy.WithoutHelp && button.OptionId is not null ? null : TextCut.AtWord(words, economy.TextLimit) };

    private void Section(SectionBlock section)
    {
        json.Text(Text(section.Label), Separated(TextLook.Bold));
        foreach (var line in section.Lines) json.Text(Text(line), spacing: "Small");
    }

    private void Entry(EntryBlock entry)
    {
        json.Text(Text(entry.Title), Separated(TextLook.Bold));
        json.Text(Text(entry.Detail), spacing: "None");
        if (entry.Link is { } link && CardLink.IsWhole(link)) json.Text(Link("Open the message", link), spacing: "None");
    }

    // A card carries no files, and Markdown drawn as Markdown cannot be copied: a box of text keeps it exactly as it is.
    private void Document(DocumentBlock document)
    {
        var cut = TextCut.AtLine(document.Content, economy.DocumentLimit);
        json.WriteStartObject();
        json.WriteString("type", "Input.Text");
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"document-{++documents}"));
        json.WriteString("label", $"{document.FileName}, to select and copy");
        json.WriteBoolean("isMultiline", true);
        json.WriteString("value", cut);
        json.WriteEndObject();
        if (cut.Length < document.Content.Length) json.Text("Only the beginning fits into a Teams message.", TextLook.Subtle);
    }

    private string Link(string text, string link) => CardLink.IsWhole(link) ? $"[{Text(text)}]({CardLink.InMarkdown(link)})" : Text(text);

    private string Text(string text) => MarkdownText.Escape(TextCut.AtWord(text, economy.TextLimit));

    private TextLook Separated(TextLook look) => TakeSeparator() ? look | TextLook.Separated : look;

    private void Separator()
    {
        if (TakeSeparator()) json.WriteBoolean("separator", true);
    }

    private bool TakeSeparator()
    {
        var taken = isSeparated;
        isSeparated = false;
        return taken;
    }

    private static TextLook LookOf(TextTone tone) => tone switch
    {
        TextTone.Subtle => TextLook.Subtle,
        TextTone.Strong => TextLook.Bold,
        TextTone.Attention => TextLook.Attention | TextLook.Bold,
        _ => TextLook.Plain,
    };
}
