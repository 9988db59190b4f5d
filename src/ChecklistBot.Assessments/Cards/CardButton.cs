using System.Collections.Immutable;

namespace ChecklistBot.Assessments.Cards;

/// <summary>Something to tap. What it does is in <see cref="Action"/>, which a platform carries unchanged and unread.</summary>
public sealed record CardButton
{
    /// <summary>What is written on it, with its tally where it has one: "Rework · 1".</summary>
    public required string Label { get; init; }

    /// <summary>Opaque to platforms: goes back as <see cref="Channels.Tapped.Action"/>. At most 600 ASCII characters without white space.</summary>
    public required string Action { get; init; }

    public ButtonStyle Style { get; init; }

    /// <summary>The meaning in a sentence, for tooltips and screen readers; null when the label says it all.</summary>
    public string? Description { get; init; }

    /// <summary>What to ask before it acts; null when a tap acts at once.</summary>
    public ButtonConfirmation? Confirmation { get; init; }

    /// <summary>On an option's button: the item it answers.</summary>
    public string? ItemId { get; init; }

    /// <summary>On an option's button: the option, or <see cref="Answers.NotSure"/>.</summary>
    public string? OptionId { get; init; }

    /// <summary>Not empty on <c>More…</c>: a menu that only the presser sees, away from the answers.</summary>
    public ImmutableArray<CardButton> Menu { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>True on <c>Answer all</c>: opens the form of <see cref="Channels.ITurnHandler.OpenFormAsync"/>.</summary>
    public bool OpensForm { get; init; }

    /// <summary>Asks for a line of text that goes back as <see cref="Channels.Tapped.Input"/>; null for none.</summary>
    public ButtonInput? Input { get; init; }
}
