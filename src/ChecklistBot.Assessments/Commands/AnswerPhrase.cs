using System.Collections.Immutable;

namespace ChecklistBot.Assessments.Commands;

/// <summary>One answer as typed, before it is known which item is in focus.</summary>
/// <param name="Words">What was typed, for the reply.</param>
public abstract record AnswerPhrase(string Words);

/// <summary>An item, a choice or both by their places.</summary>
/// <param name="Words">What was typed.</param>
/// <param name="Position">The item's number from 1, as typed; null for the item in focus.</param>
/// <param name="Choice">The option's number from 1, as typed; <see cref="NotSure"/> for "not sure"; <see cref="NoChoice"/> for words
/// that are no answer to this item; <see cref="Unsaid"/> for an item alone.</param>
public sealed record PlacePhrase(string Words, int? Position, int Choice) : AnswerPhrase(Words)
{
    public const int NotSure = -1;

    public const int NoChoice = 0;

    public const int Unsaid = -2;
}

/// <summary>An option by its name.</summary>
/// <param name="Words">What was typed.</param>
/// <param name="Candidates">Every option so called; at least one.</param>
public sealed record WordPhrase(string Words, ImmutableArray<ItemOption> Candidates) : AnswerPhrase(Words);
