using System.Collections.Immutable;
using System.Globalization;

namespace ChecklistBot.Assessments.Cards;

/// <summary><c>Answer all</c>: every item at once, filled with the asker's own answers.</summary>
/// <param name="Title">For example "#3 CRM to accounting".</param>
/// <param name="Action">Opaque; goes back as <see cref="Channels.Submitted.Action"/>.</param>
/// <param name="Items">In the file's order.</param>
public sealed record AnswerForm(string Title, string Action, ImmutableArray<FormItem> Items)
{
    /// <summary>What its button says, on every platform.</summary>
    public const string Save = "Save my answers";
}

/// <summary>An item of the form.</summary>
/// <param name="Position">From 1.</param>
/// <param name="ItemId">The item's id.</param>
/// <param name="Question">The whole question.</param>
/// <param name="Help">One line; null for none.</param>
/// <param name="Options">In the file's order, then "Not sure".</param>
/// <param name="Selected">The asker's present option, or <see cref="Answers.NotSure"/>; null when not answered.</param>
public sealed record FormItem(int Position, string ItemId, string Question, string? Help, ImmutableArray<FormOption> Options, string? Selected)
{
    /// <summary>What is said where a platform takes fewer options than there are; null where all are shown.</summary>
    /// <param name="shown">How many are shown, with "Not sure".</param>
    public string? LeftOut(int shown) =>
        shown < Options.Length ? string.Create(CultureInfo.InvariantCulture, $"Of {Options.Length - 1} answers, {shown - 1} are shown here; each other one can be typed.") : null;
}

/// <summary>A choice of a form's item.</summary>
/// <param name="OptionId">The option's id, or <see cref="Answers.NotSure"/>.</param>
/// <param name="Label">At most 24 characters.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record FormOption(string OptionId, string Label, string Meaning);
