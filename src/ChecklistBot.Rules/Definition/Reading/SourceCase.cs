namespace ChecklistBot.Rules;

/// <summary>A case with where its expectations stand.</summary>
/// <param name="Case">What was read.</param>
/// <param name="Name">How findings call it.</param>
/// <param name="PathLine">Counted from 1.</param>
/// <param name="FlagsLine">Counted from 1.</param>
/// <param name="IsSound">False when it has findings already and is not tried.</param>
internal sealed record SourceCase(CaseDefinition Case, string Name, int PathLine, int FlagsLine, bool IsSound);
