namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>What a card goes without so that it fits: names first, then help lines, then answered lines; never the buttons or the path.</summary>
/// <param name="WithoutNames">People are counted rather than named.</param>
/// <param name="WithoutHelp">Help lines are left out.</param>
/// <param name="WithoutLines">Answered lines are left out, with a word on where to see them.</param>
/// <param name="TextLimit">The longest paragraph, in UTF-16 units.</param>
/// <param name="DocumentLimit">The longest document, in UTF-16 units.</param>
/// <param name="Most">So many of anything, as in <see cref="Assessments.Cards.ShortCard"/>; 0 for all of it. A checklist of hundreds of options comes to that.</param>
internal sealed record Economy(bool WithoutNames, bool WithoutHelp, bool WithoutLines, int TextLimit, int DocumentLimit, int Most = 0)
{
    /// <summary>The longest summary, in UTF-16 units.</summary>
    public int Summary => Most > 0 ? 300 : CardBudget.Summary;

    /// <summary>From nothing left out to the barest.</summary>
    public static IReadOnlyList<Economy> Steps { get; } =
    [
        new(false, false, false, 4000, 14000),
        new(true, false, false, 4000, 14000),
        new(true, true, false, 4000, 14000),
        new(true, true, true, 4000, 7000),
        new(true, true, true, 1000, 3500),
        new(true, true, true, 300, 1500),
        new(true, true, true, 100, 500),
        new(true, true, true, 40, 200),
        new(true, true, true, 300, 1500, 12),
        new(true, true, true, 100, 500, 12),
        new(true, true, true, 40, 200, 12),
        new(true, true, true, 40, 200, 6),
        new(true, true, true, 30, 100, 4),
    ];
}
