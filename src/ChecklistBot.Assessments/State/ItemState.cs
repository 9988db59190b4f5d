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
    /// <param name="person">Whose.</param>
    /// <param name="option">Which.</param>
    /// <param name="takesBack">Whether it only takes the item's newest answer back: then everything about the item is as it was.</param>
    public ItemState WithAnswer(int person, string option, bool takesBack)
    {
        for (var i = 0; i < Answers.Length; i++)
            if (Answers[i].Person == person)
                return With(Answers.SetItem(i, new PersonAnswer(person, option)), takesBack);
        return With(Answers.Add(new PersonAnswer(person, option)), takesBack);
    }

    /// <summary>With the option on which somebody settled it.</summary>
    public ItemState WithSettlement(int person, string option) =>
        this with { Settlement = new Settlement(option, person, Answers.Any(answer => answer.Option == option)) };

    /// <summary>Without a person's answer.</summary>
    public ItemState WithoutAnswer(int person, bool takesBack) => With(Answers.RemoveAll(answer => answer.Person == person), takesBack);

    /// <summary>A settlement over which nobody differs any more rests until the next answer, in case the last one was a slip; then it is over for good:
    /// a later disagreement is a new one.</summary>
    private ItemState With(ImmutableArray<PersonAnswer> answers, bool takesBack) => this with
    {
        Answers = answers,
        Settlement = Settlement is { } settlement && (takesBack || settlement.HoldsOver(Answers)) ? settlement : null,
    };
}
