using System.Collections.Immutable;

namespace ChecklistBot.Assessments.Messages;

/// <summary>What people are called at the moment a card is made.</summary>
/// <param name="People">Display name by person number; a person who asked to be forgotten is missing.</param>
public sealed record Names(ImmutableDictionary<int, string> People)
{
    /// <summary>Stands for everybody who is not in <see cref="People"/>.</summary>
    public const string Forgotten = "a colleague";

    public static readonly Names None = new(ImmutableDictionary<int, string>.Empty);

    /// <summary>The name to show.</summary>
    public string this[int person] => People.GetValueOrDefault(person, Forgotten);
}
