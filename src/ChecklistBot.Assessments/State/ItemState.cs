using System.Collections.Immutable;

namespace ChecklistBot.Assessments.State;

/// <summary>What the team said about one item.</summary>
public sealed record ItemState
{
    public static readonly ItemState Empty = new();

    /// <summary>One entry a person, in the order of their first answers.</summary>
    public ImmutableArray<PersonAnswer> Answers { get => field.IsDefault ? [] : field; init; } = [];

    public Settlement? Settlement { get; init; }

    /// <summary>The option that a person chose; null when they have not answered.</summary>
    public string? OptionOf(int person)
    {
        foreach (var answer in Answers)
            if (answer.Person == person)
                return answer.Option;
        return null;
    }

    /// <summary>With a person's newest answer in the place of the former.</summary>
    public ItemState WithAnswer(int person, string option)
    {
        for (var i = 0; i < Answers.Length; i++)
            if (Answers[i].Person == person)
                return With(Answers.SetItem(i, new PersonAnswer(person, option)));
        return With(Answers.Add(new PersonAnswer(person, option)));
    }

    /// <summary>With the option on which somebody settled it.</summary>
    public ItemState WithSettlement(int person, string option) =>
        this with { Settlement = new Settlement(option, person, Answers.Any(answer => answer.Option == option)) };

    /// <summary>Without a person's answer.</summary>
    public ItemState WithoutAnswer(int person) => With(Answers.RemoveAll(answer => answer.Person == person));

    /// <summary>A settlement that is over is over for good: a later disagreement is a new one.</summary>
    private ItemState With(ImmutableArray<PersonAnswer> answers) => this with
    {
        Answers = answers,
        Settlement = Settlement is { } settlement && settlement.HoldsOver(Answers) && settlement.HoldsOver(answers) ? settlement : null,
    };
}
