namespace ChecklistBot.Rules.Tests.Naive;

/// <summary>Judges one complete answer set at a time.</summary>
internal interface INaiveChecklist
{
    /// <summary>How many options each item has.</summary>
    IReadOnlyList<int> Options { get; }

    /// <summary>By item: the option's index.</summary>
    CompleteResult Judge(int[] complete);
}
