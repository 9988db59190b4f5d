namespace ChecklistBot.Storage.Copying;

/// <summary>A table and how many rows it has.</summary>
public readonly record struct TableSize(string Name, long Rows);
