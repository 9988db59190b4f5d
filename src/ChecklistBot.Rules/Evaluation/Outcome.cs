using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>What an answer set leads to. All numbers are indices into the lists of the definition, in the order of the file. Equal
/// outcomes of one checklist are the same object.</summary>
public sealed class Outcome
{
    internal Outcome(Verdict verdict, ImmutableArray<int> matters)
    {
        Reachable = verdict.Reachable;
        Path = verdict.Reachable.Length == 1 ? verdict.Reachable[0] : null;
        Rule = verdict.Rule < 0 ? null : verdict.Rule;
        Flags = verdict.Flags;
        Cautions = verdict.Cautions;
        Companion = verdict.FirstCompanion();
        Matters = matters;
    }

    /// <summary>Exactly one path can come out, whatever the open items.</summary>
    public bool Settled => Path is not null;

    /// <summary>The path when settled.</summary>
    public int? Path { get; }

    /// <summary>The rule that decides every completion; null when different rules decide, even if they lead to one path.</summary>
    public int? Rule { get; }

    /// <summary>The paths that can still come out; never empty.</summary>
    public ImmutableArray<int> Reachable { get; }

    /// <summary>The flags raised in every completion.</summary>
    public ImmutableArray<int> Flags { get; }

    /// <summary>The cautions raised in every completion.</summary>
    public ImmutableArray<int> Cautions { get; }

    /// <summary>The open items that can still change the path.</summary>
    public ImmutableArray<int> Matters { get; }

    /// <summary>The companion path of the first of <see cref="Cautions"/> that names one; null where completions disagree on it.</summary>
    public int? Companion { get; }
}
