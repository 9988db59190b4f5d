using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Assessments.Cards;

/// <summary>Makes lists of names for cards.</summary>
internal static class NameLists
{
    /// <summary>At most five names and how many more there are.</summary>
    public static NameList Of(IReadOnlyList<int> people, Names names) =>
        new([.. people.Take(NameList.Most).Select(person => names[person])], Math.Max(0, people.Count - NameList.Most));
}
