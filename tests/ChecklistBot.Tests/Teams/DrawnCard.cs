using System.Text.Json.Serialization;

namespace ChecklistBot.Tests.Teams;

/// <summary>What <c>draw.js</c> saw of a card.</summary>
public sealed record DrawnCard
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>What the package complained of, what stuck out, what was cut.</summary>
    [JsonPropertyName("faults")]
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>As a person reads it.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    [JsonPropertyName("buttons")]
    public required IReadOnlyList<string> Buttons { get; init; }

    /// <summary>The actions that pressing everything once sent.</summary>
    [JsonPropertyName("sent")]
    public required IReadOnlyList<string> Sent { get; init; }

    [JsonPropertyName("links")]
    public required IReadOnlyList<string> Links { get; init; }

    /// <summary>What the inputs hold.</summary>
    [JsonPropertyName("values")]
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>The elements that texts became.</summary>
    [JsonPropertyName("tags")]
    public IReadOnlyList<string> Tags { get; init; } = [];
}
