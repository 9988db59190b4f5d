namespace ChecklistBot.Storage.Copying;

/// <summary>How a copy ended that got as far as its commit.</summary>
public enum CopyOutcome
{
    /// <summary>All of it is in the target.</summary>
    Kept,

    /// <summary>The connection broke during the commit: all of it is there, or nothing. Whether another copy is refused tells which.</summary>
    Unknown,
}
