namespace ChecklistBot.Storage.Copying;

/// <param name="Name">Of the column, the same on both sides.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="KeyPart">Its place in the primary key from 1; 0 outside it.</param>
internal sealed record CopiedColumn(string Name, StoredKind Kind, int KeyPart);
