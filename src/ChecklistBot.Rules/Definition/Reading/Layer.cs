namespace ChecklistBot.Rules;

/// <summary>Where a condition stands decides what it may test: each layer builds on those before it.</summary>
internal enum Layer
{
    /// <summary>Items only.</summary>
    Flag,

    /// <summary>Items and flags.</summary>
    Rule,

    /// <summary>Items, flags, the chosen path and what another answer would change.</summary>
    Caution,
}
