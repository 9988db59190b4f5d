using System.Collections.Immutable;

namespace ChecklistBot.Assessments.Cards;

/// <summary>At most five names and how many more there are.</summary>
/// <param name="Names">In the order in which people joined; at most <see cref="Most"/>.</param>
/// <param name="More">How many are not named.</param>
public sealed record NameList(ImmutableArray<string> Names, int More)
{
    /// <summary>A line of a card names no more people than this; the export names all.</summary>
    public const int Most = 5;

    /// <summary>"Ann, Ben" or "Ann, Ben, Chi, Dee, Eve and 7 more".</summary>
    public override string ToString() => More == 0
        ? string.Join(", ", Names)
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{string.Join(", ", Names)} and {More} more");
}
