namespace ChecklistBot.Reliability.Tests.Town;

/// <summary>Where the bots of a town keep what they know.</summary>
public enum Engine
{
    Sqlite,
    Postgresql,
}
