using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ChecklistBot.Assessments.Cards;

/// <summary>What a conversation shows, before any platform draws it. A pure function of state and names.</summary>
/// <remarks>All text is plain: a renderer escapes it for its platform. Blocks are drawn in order, from the top.</remarks>
public sealed record Card
{
    /// <summary>Always written: a stored card without its kind could not be read back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required CardKind Kind { get; init; }

    /// <summary>The whole meaning in one or two sentences: notifications, screen readers, clients that cannot draw the card.</summary>
    public required string Summary { get; init; }

    public required ImmutableArray<CardBlock> Blocks { get; init; }

    /// <summary>What may have changed since the card was drawn before, the most telling first, each a sentence: where the card is replaced under somebody's
    /// eyes, those that are new are said. Empty where the summary says it. Never kept: it belongs to cards of state alone.</summary>
    [JsonIgnore]
    public ImmutableArray<string> News { get; init; } = [];

    /// <summary>The assessment shown; null on help and lists.</summary>
    public AssessmentId? Assessment { get; init; }

    /// <summary>The assessment's number in its conversation, without the hash sign; 0 when there is none.</summary>
    public int Number { get; init; }

    /// <summary>1 for the first run, 2 after the first reopening; 0 where there is no assessment.</summary>
    public int Revision { get; init; }

    /// <summary>On a recommendation: the path's id; null while it is provisional.</summary>
    public string? PathId { get; init; }
}
