using ChecklistBot.Storage.Copying;

namespace ChecklistBot.Storage.Tests.Copying;

/// <summary>Writes down what is said on the way.</summary>
/// <param name="atBegin">What else happens while the copy holds both sides.</param>
internal sealed class CopyNews(Action? atBegin) : ICopyListener
{
    public string? Source { get; private set; }

    public string? Target { get; private set; }

    public Dictionary<string, long> Sizes { get; } = [];

    public List<(string Table, long Rows)> Copies { get; } = [];

    public List<string> Comparisons { get; } = [];

    public void Begins(string source, string target, IReadOnlyList<TableSize> tables)
    {
        (Source, Target) = (source, target);
        foreach (var table in tables)
            Sizes.Add(table.Name, table.Rows);
        atBegin?.Invoke();
    }

    public void Copied(TableSize table, long rows) => Copies.Add((table.Name, rows));

    public void Compared(TableSize table) => Comparisons.Add(table.Name);
}
