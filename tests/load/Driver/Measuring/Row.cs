namespace ChecklistBot.Load.Measuring;

/// <summary>What came of a scenario.</summary>
internal sealed record Row
{
    public required Scenario Scenario { get; init; }

    /// <summary>CPU time of the program under test, for each assessment.</summary>
    public required TimeSpan Cpu { get; init; }

    public required double Posts { get; init; }

    public required double Edits { get; init; }

    public required double Others { get; init; }

    public required TimeSpan TapMedian { get; init; }

    public required TimeSpan TapP99 { get; init; }

    public required double PerSecond { get; init; }

    public required Memory Memory { get; init; }
}
