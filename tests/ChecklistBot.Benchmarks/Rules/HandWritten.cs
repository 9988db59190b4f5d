namespace ChecklistBot.Benchmarks.Rules;

/// <summary>The built-in rules as somebody would write them without an engine: to compare with, not to use.</summary>
internal static class HandWritten
{
    private const int ImmediateSync = 0;
    private const int NightlyBatch = 1;
    private const int SingleSourceOfTruth = 2;
    private const int LightweightConnector = 3;
    private const int DocumentedManual = 4;

    private const int RealTime = 1 << 0;
    private const int LessOften = 1 << 3;
    private const int Frequencies = 0b1111;
    private const int Seconds = 1 << 4;
    private const int Minutes = 1 << 5;
    private const int Delays = 0b1111 << 4;
    private const int HighCost = 1 << 8;
    private const int LowCost = 1 << 10;
    private const int Costs = 0b111 << 8;
    private const int Reaches = 0b111 << 11;
    private const int Messy = 1 << 15;
    private const int Ownerships = 0b11 << 14;
    private const int CanMaintain = 1 << 16;
    private const int CannotMaintain = 1 << 17;
    private const int Maintenances = 0b11 << 16;

    /// <summary>Rules R1 to R6 as rows of allowed options; a rule with an "or" takes a row for each side.</summary>
    private static readonly (int Allowed, int Path)[] Rows =
    [
        (RealTime | Delays | HighCost | Reaches | Ownerships | CanMaintain, ImmediateSync),
        (Frequencies | Seconds | HighCost | Reaches | Ownerships | CanMaintain, ImmediateSync),
        (RealTime | Delays | HighCost | Reaches | Ownerships | CannotMaintain, LightweightConnector),
        (Frequencies | Seconds | HighCost | Reaches | Ownerships | CannotMaintain, LightweightConnector),
        (LessOften | (Delays & ~Seconds) | LowCost | Reaches | Ownerships | CannotMaintain, DocumentedManual),
        (Frequencies | Delays | Costs | Reaches | Messy | Maintenances, SingleSourceOfTruth),
        (RealTime | Delays | Costs | Reaches | Ownerships | Maintenances, LightweightConnector),
        (Frequencies | Seconds | Minutes | Costs | Reaches | Ownerships | Maintenances, LightweightConnector),
        (Frequencies | Delays | Costs | Reaches | Ownerships | Maintenances, NightlyBatch),
    ];

    /// <summary>The first row that allows all the options.</summary>
    public static int Loop(int mask)
    {
        foreach (var (allowed, path) in Rows)
            if ((mask & allowed) == mask) return path;
        throw new InvalidOperationException("The last row allows everything.");
    }

    public static int Switch(Choices choices) => choices switch
    {
        { Frequency: 0, ErrorCost: 0, Maintenance: 0 } or { Delay: 0, ErrorCost: 0, Maintenance: 0 } => ImmediateSync,
        { Frequency: 0, ErrorCost: 0 } or { Delay: 0, ErrorCost: 0 } => LightweightConnector,
        { Frequency: 3, Delay: not 0, ErrorCost: 2, Maintenance: 1 } => DocumentedManual,
        { Ownership: 1 } => SingleSourceOfTruth,
        { Frequency: 0 } or { Delay: 0 or 1 } => LightweightConnector,
        _ => NightlyBatch,
    };
}
