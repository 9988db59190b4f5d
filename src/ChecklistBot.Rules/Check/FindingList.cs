using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>Collects what is wrong with one file, so that its author hears everything at once.</summary>
internal sealed class FindingList(string file)
{
    private readonly List<Finding> _findings = [];

    public int Count => _findings.Count;

    /// <summary>Whatever the file puts into the message, it stays on one line.</summary>
    public void Add(int line, string id, string message) =>
        _findings.Add(new Finding(file, line, Quoting.Bare(id), Quoting.OneLine(message)));

    /// <summary>A stable sort: findings of one line stay in the order in which they were met.</summary>
    public ImmutableArray<Finding> InFileOrder() => [.. _findings.OrderBy(finding => finding.Line)];
}
