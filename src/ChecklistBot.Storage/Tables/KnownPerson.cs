namespace ChecklistBot.Storage.Tables;

/// <summary>A person as they are kept.</summary>
internal sealed record KnownPerson(int Number, string Name, string? Organisation);
