using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Agreement;

/// <summary>What holds for the team answers, whichever way its tied items fall.</summary>
/// <param name="Flags">Raised in every mix, in the file's order.</param>
/// <param name="Cautions">Raised in every mix, in the file's order.</param>
/// <param name="Companion">The companion path on which every mix agrees; null for none.</param>
internal sealed record TeamOutcome(ImmutableArray<int> Flags, ImmutableArray<int> Cautions, int? Companion)
{
    public static TeamOutcome Of(TeamPicture picture)
    {
        var checklist = picture.Checklist;
        IEnumerable<AnswerSet> mixes = [picture.Team];
        foreach (var item in picture.Items.Where(item => item.State == ItemLineState.Tied))
            mixes = mixes.SelectMany(mix => item.Candidates.Select(option => checklist.With(mix, item.Index, option)));
        var first = checklist.Evaluate(mixes.First());
        var (flags, cautions, companion) = (first.Flags, first.Cautions, first.Companion);
        foreach (var outcome in mixes.Select(checklist.Evaluate))
        {
            flags = flags.RemoveAll(flag => !outcome.Flags.Contains(flag));
            cautions = cautions.RemoveAll(caution => !outcome.Cautions.Contains(caution));
            companion = companion == outcome.Companion ? companion : null;
        }

        return new TeamOutcome(flags, cautions, companion);
    }
}
