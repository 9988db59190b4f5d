using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>What holds in every completion of an answer set. Indices into the definition's lists, ascending.</summary>
/// <param name="Reachable">The paths of the completions; -1 among them where a file is unclear.</param>
/// <param name="Rule">The one rule that decides them all, or <see cref="None"/>.</param>
/// <param name="Flags">Raised in all.</param>
/// <param name="Cautions">Raised in all.</param>
/// <param name="Companions">Parallel to the cautions: the companion path, <see cref="None"/> for a caution that names none, or
/// <see cref="Disagree"/>.</param>
internal sealed record Verdict(
    ImmutableArray<int> Reachable, int Rule, ImmutableArray<int> Flags, ImmutableArray<int> Cautions, ImmutableArray<int> Companions)
{
    public const int None = -1;
    public const int Disagree = -2;

    public bool Equals(Verdict? other) =>
        other is not null
        && Rule == other.Rule
        && Reachable.AsSpan().SequenceEqual(other.Reachable.AsSpan())
        && Flags.AsSpan().SequenceEqual(other.Flags.AsSpan())
        && Cautions.AsSpan().SequenceEqual(other.Cautions.AsSpan())
        && Companions.AsSpan().SequenceEqual(other.Companions.AsSpan());

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Rule);
        foreach (var list in (ReadOnlySpan<ImmutableArray<int>>)[Reachable, Flags, Cautions, Companions])
        {
            hash.Add(list.Length);
            foreach (var index in list) hash.Add(index);
        }

        return hash.ToHashCode();
    }

    /// <summary>The companion path of the first caution that names one; null without such a caution or where completions disagree.</summary>
    public int? FirstCompanion()
    {
        foreach (var companion in Companions)
        {
            if (companion != None) return companion == Disagree ? null : companion;
        }

        return null;
    }
}
