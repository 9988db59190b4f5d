using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>A definition as far as it could be read, with the lines that findings about it name.</summary>
internal sealed class SourceChecklist
{
    public required ChecklistDefinition Definition { get; init; }

    /// <summary>Parallel to the definition's cases.</summary>
    public required ImmutableArray<SourceCase> Cases { get; init; }

    public required int ItemsLine { get; init; }

    public required int RulesLine { get; init; }

    /// <summary>The lines of the ids, parallel to the definition's lists.</summary>
    public required ImmutableArray<int> FlagLines { get; init; }

    public required ImmutableArray<int> PathLines { get; init; }

    public required ImmutableArray<int> RuleLines { get; init; }

    public required ImmutableArray<int> CautionLines { get; init; }
}
