using System.Collections.Immutable;

namespace ChecklistBot.Storage.Copying;

/// <summary>A table as both sides know it.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="Columns">All of them, in the order in which they are read and written.</param>
/// <param name="References">The tables that its rows point at, and that must be there first.</param>
internal sealed record CopiedTable(string Name, ImmutableArray<CopiedColumn> Columns, ImmutableArray<string> References)
{
    public string ColumnNames => string.Join(", ", Columns.Select(column => column.Name));

    /// <summary>The primary key's columns in its order.</summary>
    public IEnumerable<CopiedColumn> Key => Columns.Where(column => column.KeyPart > 0).OrderBy(column => column.KeyPart);

    /// <summary>Puts each table behind those that it refers to.</summary>
    public static ImmutableArray<CopiedTable> InOrder(IReadOnlyList<CopiedTable> tables)
    {
        var ordered = ImmutableArray.CreateBuilder<CopiedTable>(tables.Count);
        while (ordered.Count < tables.Count)
        {
            var ready = tables.Where(table => !ordered.Contains(table)
                && table.References.All(name => name == table.Name || ordered.Any(before => before.Name == name))).ToList();
            if (ready.Count == 0)
                throw new InvalidOperationException("Tables of the schema refer to each other in a circle.");
            ordered.AddRange(ready);
        }

        return ordered.MoveToImmutable();
    }
}
