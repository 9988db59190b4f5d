using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Agreement;

/// <summary>The answer sets that a split team could mean.</summary>
internal static class Mixes
{
    /// <summary>Every mix of the options that people chose, open items left open. Not empty, and never more than the checklist's table.</summary>
    public static IEnumerable<AnswerSet> Of(CompiledChecklist checklist, IReadOnlyList<ItemPicture> items)
    {
        IEnumerable<AnswerSet> mixes = [checklist.Empty];
        foreach (var item in items)
        {
            var candidates = item.Candidates;
            if (!candidates.IsEmpty)
                mixes = mixes.SelectMany(mix => candidates.Select(option => checklist.With(mix, item.Index, option)));
        }

        return mixes;
    }
}
