namespace ChecklistBot.Rules.Tests.Naive;

/// <summary>A caution and its companion path; null for a caution that names none.</summary>
internal sealed record RaisedCaution(int Caution, int? Companion);
