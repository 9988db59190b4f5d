using System.Globalization;
using BenchmarkDotNet.Reports;
using ChecklistBot.Benchmarks.Rules;

namespace ChecklistBot.Benchmarks;

/// <summary>What the figures must keep to. Add the limits of a new topic here, beside its class.</summary>
internal static class Limits
{
    private const double Millisecond = 1_000_000;

    /// <summary>Prints each limit that was measured; false when one is not kept.</summary>
    public static bool Report(IEnumerable<Summary> summaries, TextWriter output)
    {
        var reports = summaries.SelectMany(summary => summary.Reports)
            .Where(report => report.Success)
            .ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name);
        var kept = true;
        foreach (var name in (string[])[nameof(EngineBenchmarks.Evaluate), nameof(EngineBenchmarks.Reachable)])
        {
            if (!reports.TryGetValue(name, out var report)) continue;
            kept &= Say(output, $"{name} allocates {report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)} bytes; at most 0",
                report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) == 0);
            if (reports.TryGetValue(nameof(EngineBenchmarks.PlainLoop), out var loop))
                kept &= Say(output, $"{name} takes {Nanoseconds(report)}; at most the plain loop's {Nanoseconds(loop)}", Mean(report) <= Mean(loop));
        }

        if (reports.TryGetValue(nameof(LoadBenchmarks.LoadCheckAndCompile), out var load))
            kept &= Say(output, $"Load, check and compile takes {Nanoseconds(load)}; less than 20 ms", Mean(load) < 20 * Millisecond);
        return kept;
    }

    private static double Mean(BenchmarkReport report) => report.ResultStatistics!.Mean;

    private static string Nanoseconds(BenchmarkReport report) =>
        string.Create(CultureInfo.InvariantCulture, $"{Mean(report):#,0.0} ns");

    private static bool Say(TextWriter output, string limit, bool kept)
    {
        output.WriteLine($"{(kept ? "kept" : "NOT KEPT")}: {limit}");
        return kept;
    }
}
