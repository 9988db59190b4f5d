using System.Globalization;
using ChecklistBot.Load.Measuring;

namespace ChecklistBot.Load;

/// <summary>The table.</summary>
internal static class Report
{
    public const string Head = """
        | scenario | assessments | CPU ms each | of the floor | posts + edits + other calls each | tap median, p99 ms | assessments/s | peak, now, own MB |
        |---|---|---|---|---|---|---|---|
        """;

    public static string Line(Row row, Row? floor) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Scenario.Name} | {row.Scenario.Assessments} | {row.Cpu.TotalMilliseconds:0.00} | {(floor is null ? "" : $"{row.Cpu / floor.Cpu:0.00}")} | {row.Posts:0.0} + {row.Edits:0.0} + {row.Others:0.0} | {row.TapMedian.TotalMilliseconds:0.00}, {row.TapP99.TotalMilliseconds:0.00} | {row.PerSecond:0} | {row.Memory.Peak:0.0}, {row.Memory.Resident:0.0}, {row.Memory.Own:0.0} |");
}
