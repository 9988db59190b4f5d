using System.Collections.Immutable;
using ChecklistBot.Assessments.Events;

namespace ChecklistBot.Assessments.Commands;

/// <summary>What a person asks for, the same on every platform. The set is closed; nothing in it is trusted.</summary>
public abstract record Command
{
    private protected Command()
    {
    }
}

/// <summary>A command to the conversation rather than to one of its assessments.</summary>
public abstract record ConversationCommand : Command
{
    private protected ConversationCommand()
    {
    }
}

/// <summary>A command to one assessment.</summary>
public abstract record AssessmentCommand : Command
{
    private protected AssessmentCommand()
    {
    }
}

/// <param name="Title">Cleaned and cut; null for "Untitled".</param>
public sealed record Start(Title? Title) : ConversationCommand;

/// <summary>The register.</summary>
/// <param name="Before">Only numbers below; null for the first page.</param>
public sealed record ShowPinned(int? Before = null) : ConversationCommand;

/// <param name="Words">Each must occur; empty for all.</param>
/// <param name="Csv">All of them as a file instead of a page.</param>
/// <param name="Before">Only numbers below; null for the first page.</param>
public sealed record ListAll(ImmutableArray<string> Words, bool Csv, int? Before) : ConversationCommand;

/// <param name="Asked">Whom the bot has asked whether to do it: it does so only if the same person presses. Null while nobody was asked.</param>
public sealed record ForgetMe(int? Asked = null) : ConversationCommand;

/// <param name="Topic">The command asked about; null for all.</param>
public sealed record Help(string? Topic) : ConversationCommand;

/// <param name="Word">The first word, lower case, at most 40 characters.</param>
/// <param name="Nearest">The command that was probably meant; the same as the word when only what follows it was not understood; null
/// when none is near.</param>
public sealed record NotUnderstood(string Word, string? Nearest) : ConversationCommand;

/// <param name="Title">Null when only the word was typed.</param>
public sealed record Rename(Title? Title) : AssessmentCommand;

/// <param name="Phrases">In the order typed; empty when only the word was typed.</param>
public sealed record AnswerItems(ImmutableArray<AnswerPhrase> Phrases) : AssessmentCommand;

/// <summary>The answer of a tap or of the form: items and options by id.</summary>
public sealed record AnswerByIds(ImmutableArray<KeyValuePair<string, string>> Answers) : AssessmentCommand
{
    /// <summary>Ids of the items that came back with the form as they had been filled, and are not among the answers; null for a tap.</summary>
    public ImmutableArray<string>? LeftAlone { get; init; }
}

/// <param name="Shown">The item that the tapped card had in focus; null when typed.</param>
public sealed record Back(string? Shown = null) : AssessmentCommand;

/// <param name="Shown">The item that the tapped card had in focus; null when typed.</param>
public sealed record Next(string? Shown = null) : AssessmentCommand;

/// <param name="Position">The item's number, from 1 if it exists.</param>
public sealed record Go(int Position) : AssessmentCommand;

/// <param name="Item">Item id.</param>
public sealed record FocusOn(string Item) : AssessmentCommand;

/// <summary>Posts the live card again at the bottom.</summary>
public sealed record ShowStatus : AssessmentCommand;

/// <param name="Phrase">Item and option; null when they could not be read.</param>
public sealed record Settle(AnswerPhrase? Phrase) : AssessmentCommand;

/// <param name="Item">Item id.</param>
/// <param name="Option">Option id.</param>
public sealed record SettleById(string Item, string Option) : AssessmentCommand;

/// <param name="WithoutAgreement">Takes a provisional decision where several paths are left.</param>
public sealed record Finish(bool WithoutAgreement) : AssessmentCommand;

/// <summary>Changes answers after finishing, or undoes a cancellation.</summary>
public sealed record Reopen : AssessmentCommand;

/// <summary>Ends without a result.</summary>
public sealed record Cancel : AssessmentCommand;

/// <param name="Revision">The revision of the tapped recommendation; null for the newest.</param>
public sealed record Pin(int? Revision = null) : AssessmentCommand;

/// <summary>Takes the recommendation out of the register.</summary>
/// <param name="Revision">The revision of the tapped recommendation; null for whichever is pinned.</param>
public sealed record Unpin(int? Revision = null) : AssessmentCommand;

/// <summary>The decision record.</summary>
/// <param name="Revision">The revision of the tapped recommendation; null for the newest.</param>
public sealed record Export(int? Revision = null) : AssessmentCommand;

/// <summary>The smallest reason.</summary>
public sealed record Why : AssessmentCommand;

/// <summary>The single changes that lead elsewhere.</summary>
public sealed record WhatIfAsked : AssessmentCommand;

/// <param name="Pace">Hold or quick.</param>
public sealed record ChangePace(Pace Pace) : AssessmentCommand;

/// <param name="Sequence">The event to undo; null for the asker's newest that can be undone.</param>
public sealed record Undo(long? Sequence) : AssessmentCommand;
