using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ChecklistBot.Assessments.Cards;

/// <summary>One piece of a card. The set is closed: a renderer handles each kind named in this file.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(HeadingBlock), "heading")]
[JsonDerivedType(typeof(TextBlock), "text")]
[JsonDerivedType(typeof(ProgressBlock), "progress")]
[JsonDerivedType(typeof(FlagsBlock), "flags")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
[JsonDerivedType(typeof(ItemLineBlock), "item-line")]
[JsonDerivedType(typeof(FocusBlock), "focus")]
[JsonDerivedType(typeof(SectionBlock), "section")]
[JsonDerivedType(typeof(ButtonsBlock), "buttons")]
[JsonDerivedType(typeof(EntryBlock), "entry")]
[JsonDerivedType(typeof(LinkBlock), "link")]
[JsonDerivedType(typeof(DocumentBlock), "document")]
public abstract record CardBlock
{
    private protected CardBlock()
    {
    }
}

/// <summary>The card's title line.</summary>
/// <param name="Text">For example "#3 CRM to accounting".</param>
public sealed record HeadingBlock(string Text) : CardBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">Plain text, no line breaks.</param>
/// <param name="Tone">How it stands out; never the only carrier of meaning.</param>
public sealed record TextBlock(string Text, TextTone Tone = TextTone.Normal) : CardBlock;

/// <summary>A bar with its words.</summary>
/// <param name="Done">Items with an answer that counts.</param>
/// <param name="Total">Items of the checklist.</param>
/// <param name="Words">What the bar says, for everyone who cannot see it: "2 of 6 answered".</param>
public sealed record ProgressBlock(int Done, int Total, string Words) : CardBlock;

/// <summary>The flags raised so far, on one line.</summary>
/// <param name="Labels">At least one, in the checklist's order.</param>
public sealed record FlagsBlock(ImmutableArray<string> Labels) : CardBlock;

/// <summary>A thin line between what is known and what is asked.</summary>
public sealed record DividerBlock : CardBlock;

/// <summary>An item of the checklist on one line; tapping it brings the item into focus.</summary>
/// <param name="Position">The item's number in the file, from 1.</param>
/// <param name="ItemId">The item's id.</param>
/// <param name="Question">The question in short.</param>
/// <param name="State">Drawn as a mark and said in words.</param>
/// <param name="Choices">What was chosen, most answers first; empty while nobody answered.</param>
/// <param name="Note">A short addition such as "for the record" or "settled by Ann"; null for none.</param>
/// <param name="Focus">Brings the item into focus; null where nothing can be answered any more or it is in focus already.</param>
public sealed record ItemLineBlock(
    int Position,
    string ItemId,
    string Question,
    ItemLineState State,
    ImmutableArray<LineChoice> Choices,
    string? Note,
    CardButton? Focus) : CardBlock;

/// <summary>The item in focus with one button an option.</summary>
/// <param name="Position">The item's number in the file, from 1.</param>
/// <param name="Total">Items of the checklist.</param>
/// <param name="ItemId">The item's id.</param>
/// <param name="Question">The whole question.</param>
/// <param name="Help">One line of help; null for none.</param>
/// <param name="Options">One button an option in the file's order, then "Not sure".</param>
/// <param name="Tally">Who said what so far, in words; null while nobody answered.</param>
public sealed record FocusBlock(
    int Position,
    int Total,
    string ItemId,
    string Question,
    string? Help,
    ImmutableArray<CardButton> Options,
    string? Tally) : CardBlock
{
    /// <summary>The question with its place, safe at the start of a line where "3." would become a list.</summary>
    public string Title => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Item {Position} of {Total}: {Question}");
}

/// <summary>A labelled part of a recommendation.</summary>
/// <param name="Label">"Why", "Next steps", …</param>
/// <param name="Lines">One paragraph a line; at least one.</param>
public sealed record SectionBlock(string Label, ImmutableArray<string> Lines) : CardBlock;

/// <summary>A row of buttons.</summary>
/// <param name="Buttons">At most five, the most wanted first.</param>
public sealed record ButtonsBlock(ImmutableArray<CardButton> Buttons) : CardBlock;

/// <summary>A line of a register or a list.</summary>
/// <param name="Title">For example "#3 CRM to accounting".</param>
/// <param name="Detail">Path, flags, date and state.</param>
/// <param name="Link">Where the message is; null when it is gone or never had an address.</param>
public sealed record EntryBlock(string Title, string Detail, string? Link) : CardBlock;

/// <summary>A sentence with an address to follow.</summary>
/// <param name="Text">What one finds there.</param>
/// <param name="Link">An absolute address, or one within the platform's page.</param>
public sealed record LinkBlock(string Text, string Link) : CardBlock;

/// <summary>A document to take away, such as the decision record.</summary>
/// <param name="FileName">With its ending.</param>
/// <param name="MediaType">For example <c>text/markdown</c>.</param>
/// <param name="Content">The whole text.</param>
public sealed record DocumentBlock(string FileName, string MediaType, string Content) : CardBlock;
