using BenchmarkDotNet.Attributes;
using ChecklistBot.Rules;

namespace ChecklistBot.Benchmarks.Rules;

/// <summary>From the bytes of the built-in checklist file to its table.</summary>
public class LoadBenchmarks
{
    [Benchmark]
    public LoadResult LoadCheckAndCompile() => ChecklistFile.Load(ChecklistFile.BuiltIn, "should-we-integrate.json");
}
