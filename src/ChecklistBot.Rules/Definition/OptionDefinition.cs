namespace ChecklistBot.Rules;

/// <summary>One choice of an item.</summary>
public sealed record OptionDefinition
{
    /// <summary>The longest <see cref="Label"/>, in Unicode code points.</summary>
    public const int LongestLabel = 24;

    /// <summary>Unique within its item; other items may use it too.</summary>
    public required string Id { get; init; }

    /// <summary>For a button, clear without its item beside it; at most <see cref="LongestLabel"/> characters.</summary>
    public required string Label { get; init; }

    /// <summary>A sentence for the line above the buttons and for screen readers.</summary>
    public required string Meaning { get; init; }
}
