namespace ChecklistBot.Rules;

/// <summary>Three values, so that a file with an unreadable condition can still be checked for everything that does not hang on it.
/// In a sound checklist nothing is ever <see cref="Unknown"/>.</summary>
internal enum Truth
{
    /// <summary>Does not hold.</summary>
    No,

    /// <summary>May hold or not; between the other two, so that "and" is the least and "or" the greatest.</summary>
    Unknown,

    /// <summary>Holds.</summary>
    Yes,
}
