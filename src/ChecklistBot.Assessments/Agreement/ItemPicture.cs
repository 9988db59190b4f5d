using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Agreement;

/// <summary>What the team says about one item.</summary>
public sealed record ItemPicture
{
    /// <summary>Index into the checklist's items, from 0.</summary>
    public required int Index { get; init; }

    public required ItemDefinition Definition { get; init; }

    public required ItemLineState State { get; init; }

    /// <summary>Most people first; equal counts in the file's order. "Not sure" is not among them.</summary>
    public required ImmutableArray<OptionTally> Choices { get; init; }

    /// <summary>Who said "not sure".</summary>
    public required ImmutableArray<int> NotSure { get; init; }

    /// <summary>The team answer: the settled option, else the one with most choices; null while open or tied.</summary>
    public required int? Team { get; init; }

    /// <summary>Set only while the item is split and settled.</summary>
    public Settlement? Settlement { get; init; }

    /// <summary>Its number as people see it, from 1.</summary>
    public int Position => Index + 1;

    /// <summary>How many people answered, "not sure" included.</summary>
    public int AnswerCount => Choices.Sum(choice => choice.People.Length) + NotSure.Length;

    /// <summary>The options that the result may still hang on: the settled one alone, else every chosen one; empty while open.</summary>
    public ImmutableArray<int> Candidates => Settlement is not null && Team is { } settled
        ? [settled]
        : [.. Choices.Select(choice => choice.Option).Order()];

    /// <summary>Draws one item from its answers. Options that the checklist no longer has count as not given.</summary>
    public static ItemPicture Of(int index, ItemDefinition definition, ItemState state)
    {
        var people = new List<int>?[definition.Options.Length];
        var notSure = ImmutableArray.CreateBuilder<int>();
        foreach (var answer in state.Answers)
        {
            var option = IndexOf(definition, answer.Option);
            if (option >= 0)
                (people[option] ??= []).Add(answer.Person);
            else if (answer.Option == Answers.NotSure)
                notSure.Add(answer.Person);
        }

        var choices = Tallied(people);
        var settled = choices.Length > 1 && state.Settlement is { } settlement ? IndexOf(definition, settlement.Option) : -1;
        // Everybody has left what they were settled on: their newest answers count again.
        if (settled >= 0 && state.Settlement!.WasChosen && people[settled] is null)
            settled = -1;
        var standing = choices switch
        {
            [] => ItemLineState.Open,
            [_] => ItemLineState.Agreed,
            _ when settled >= 0 => ItemLineState.Settled,
            [var first, var second, ..] when first.People.Length == second.People.Length => ItemLineState.Tied,
            _ => ItemLineState.Split,
        };
        return new ItemPicture
        {
            Index = index,
            Definition = definition,
            State = standing,
            Choices = choices,
            NotSure = notSure.ToImmutable(),
            Settlement = standing == ItemLineState.Settled ? state.Settlement : null,
            Team = standing switch
            {
                ItemLineState.Open or ItemLineState.Tied => null,
                ItemLineState.Settled => settled,
                _ => choices[0].Option,
            },
        };
    }

    // Sorted by hand: a picture is drawn at every turn, and an item has a handful of options.
    private static ImmutableArray<OptionTally> Tallied(ReadOnlySpan<List<int>?> people)
    {
        var choices = ImmutableArray.CreateBuilder<OptionTally>(people.Length);
        for (var option = 0; option < people.Length; option++)
        {
            if (people[option] is not { } who)
                continue;
            var place = choices.Count;
            while (place > 0 && choices[place - 1].People.Length < who.Count)
                place--;
            choices.Insert(place, new OptionTally(option, [.. who]));
        }

        return choices.DrainToImmutable();
    }

    private static int IndexOf(ItemDefinition definition, string option)
    {
        for (var i = 0; i < definition.Options.Length; i++)
            if (definition.Options[i].Id == option)
                return i;
        return -1;
    }
}
