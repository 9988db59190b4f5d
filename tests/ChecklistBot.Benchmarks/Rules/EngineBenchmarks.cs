using BenchmarkDotNet.Attributes;
using ChecklistBot.Rules;

namespace ChecklistBot.Benchmarks.Rules;

/// <summary>The engine's questions about the built-in checklist, next to the same decision written by hand. Each figure is per answer
/// set, over all complete sets in turn.</summary>
public class EngineBenchmarks
{
    private const int CompleteSets = 576;

    private CompiledChecklist _checklist = ChecklistFile.LoadBuiltIn();
    private AnswerSet[] _sets = [];
    private Choices[] _choices = [];
    private int[] _masks = [];

    [GlobalSetup]
    public void EnumerateCompleteSets()
    {
        _checklist = ChecklistFile.LoadBuiltIn();
        _choices = [.. Choices.All()];
        _sets = [.. _choices.Select(ToSet)];
        _masks = [.. _choices.Select(choices => choices.ToMask())];
        for (var i = 0; i < CompleteSets; i++)
        {
            var path = _checklist.Evaluate(_sets[i]).Path;
            if (path != HandWritten.Switch(_choices[i]) || path != HandWritten.Loop(_masks[i]))
                throw new InvalidOperationException($"The three do not agree on {_choices[i]}.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = CompleteSets)]
    public int PlainLoop()
    {
        var sum = 0;
        foreach (var mask in _masks) sum += HandWritten.Loop(mask);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = CompleteSets)]
    public int PlainSwitch()
    {
        var sum = 0;
        foreach (var choices in _choices) sum += HandWritten.Switch(choices);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = CompleteSets)]
    public int Evaluate()
    {
        var sum = 0;
        foreach (var set in _sets) sum += _checklist.Evaluate(set).Path ?? 0;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = CompleteSets)]
    public int Reachable()
    {
        var sum = 0;
        foreach (var set in _sets) sum += _checklist.Reachable(set).Length;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = CompleteSets)]
    public int Explain()
    {
        var sum = 0;
        foreach (var set in _sets) sum += _checklist.Explain(set)?.Code ?? 0;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = CompleteSets)]
    public int SixAnswersThenEvaluate()
    {
        var sum = 0;
        foreach (var choices in _choices) sum += _checklist.Evaluate(ToSet(choices)).Path ?? 0;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = CompleteSets)]
    public int WhatIf()
    {
        var sum = 0;
        foreach (var set in _sets) sum += _checklist.WhatIf(set).Length;
        return sum;
    }

    private AnswerSet ToSet(Choices choices)
    {
        var set = _checklist.With(_checklist.Empty, 0, choices.Frequency);
        set = _checklist.With(set, 1, choices.Delay);
        set = _checklist.With(set, 2, choices.ErrorCost);
        set = _checklist.With(set, 3, choices.Reach);
        set = _checklist.With(set, 4, choices.Ownership);
        return _checklist.With(set, 5, choices.Maintenance);
    }
}
