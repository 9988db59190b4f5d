namespace ChecklistBot.Rules;

/// <summary>One choice of an item.</summary>
public sealed record OptionDefinition
{
    /// <summary>The longest <see cref="Label"/>, in Unicode code points.</summary>
    public const int LongestLabel = 24;

    /// <summary>Stands where an option's id stands for an answer that is no choice, so no option may have it, in any case.</summary>
    public const string NotSure = "not-sure";

    /// <summary>Unique within its item; other items may use it too. Never <see cref="NotSure"/>.</summary>
    public required string Id { get; init; }

    /// <summary>For a button, clear without its item beside it; at most <see cref="LongestLabel"/> characters.</summary>
    public required string Label { get; init; }

    /// <summary>A sentence for the line above the buttons and for screen readers.</summary>
    public required string Meaning { get; init; }
}
