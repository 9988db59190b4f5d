namespace ChecklistBot.Rules;

/// <summary>One way to go: what the checklist recommends in the end.</summary>
public sealed record PathDefinition
{
    /// <summary>Unique among the paths.</summary>
    public required string Id { get; init; }

    /// <summary>As people see it.</summary>
    public required string Label { get; init; }

    /// <summary>What taking it means, in a sentence.</summary>
    public required string What { get; init; }

    /// <summary>The paragraph of next steps.</summary>
    public required string Next { get; init; }

    /// <summary>A worked example; empty when there is none.</summary>
    public required string Example { get; init; }
}
