namespace ChecklistBot.Rules.Tests.Naive;

/// <summary>What one complete answer set leads to, by index.</summary>
internal sealed record CompleteResult(int Rule, int Path, IReadOnlyList<int> Flags, IReadOnlyList<RaisedCaution> Cautions);
