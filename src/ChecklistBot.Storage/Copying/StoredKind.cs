namespace ChecklistBot.Storage.Copying;

/// <summary>What a column can hold: the schema uses nothing else.</summary>
internal enum StoredKind
{
    Text,
    Integer,
    Bytes,
}
