using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>An example that the checklist must get right; a different result is a finding.</summary>
public sealed record CaseDefinition
{
    /// <summary>Says which example it is.</summary>
    public required string Name { get; init; }

    /// <summary>Item ids and option ids; items left out are open.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Answers { get; init; }

    /// <summary>The id of the expected path; null when nothing is expected of it or <see cref="StaysOpen"/>.</summary>
    public string? Path { get; init; }

    /// <summary>True when the file says <c>"path": null</c>: several paths must still be possible.</summary>
    public bool StaysOpen { get; init; }

    /// <summary>The ids of exactly the flags that must be raised; null when nothing is expected of them.</summary>
    public ImmutableArray<string>? Flags { get; init; }
}
