using CsCheck;

namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>One of some values, by chance.</summary>
internal static class Pick
{
    public static Gen<T> From<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
