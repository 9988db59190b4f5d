using System.Collections.Immutable;

namespace ChecklistBot.Assessments.Agreement;

/// <summary>Decides what finishing now would give.</summary>
public static class Verdicts
{
    /// <summary>One path over all mixes is agreed. Otherwise outvoted options give way to the team answers: if then one path is left,
    /// it is the majority's; if not, tied and open items decide.</summary>
    public static Verdict Of(TeamPicture picture)
    {
        if (picture.SettledPath is { } agreed)
            return new Agreed(agreed);
        var split = picture.Checklist.Between([.. picture.Items.Select(item => item.Team is { } team ? ImmutableArray.Create(team) : item.Candidates)]);
        return split.Paths is [var majority] ? new Majority(majority) : new Undecided(split);
    }
}
