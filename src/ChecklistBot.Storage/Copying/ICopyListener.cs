namespace ChecklistBot.Storage.Copying;

/// <summary>Hears how a copy goes on, for the person who waits for it.</summary>
public interface ICopyListener
{
    /// <summary>Both sides can be used, and nothing has been written yet.</summary>
    /// <param name="source">The full path of the SQLite file.</param>
    /// <param name="target">The database and its server, in words.</param>
    /// <param name="tables">Every table that will be copied, with its rows.</param>
    void Begins(string source, string target, IReadOnlyList<TableSize> tables);

    /// <summary>So many rows of a table have been sent; also said in the middle of a large one.</summary>
    void Copied(TableSize table, long rows);

    /// <summary>A table was read back and equals its source.</summary>
    void Compared(TableSize table);
}
