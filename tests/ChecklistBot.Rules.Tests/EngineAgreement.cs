using ChecklistBot.Rules.Tests.Naive;

namespace ChecklistBot.Rules.Tests;

/// <summary>Compares the engine with the naive implementation on every question there is about one answer set.</summary>
internal static class EngineAgreement
{
    public static void AssertOn(CompiledChecklist checklist, NaiveEngine naive, int[] answers)
    {
        var set = ToSet(checklist, answers);
        var outcome = checklist.Evaluate(set);
        var reachable = naive.Reachable(answers);

        Assert.Equal(reachable, outcome.Reachable);
        Assert.Equal(reachable, checklist.Reachable(set));
        Assert.Equal(reachable.Count == 1, outcome.Settled);
        Assert.Equal(reachable is [var path] ? path : null, outcome.Path);
        Assert.Equal(naive.Rule(answers), outcome.Rule);
        Assert.Equal(naive.Flags(answers), outcome.Flags);
        Assert.Equal(naive.Cautions(answers), outcome.Cautions);
        Assert.Equal(naive.Companion(answers), outcome.Companion);
        Assert.Equal(naive.Explain(answers), checklist.Explain(set) is { } reason ? ToAnswers(checklist, reason) : null);
        Assert.Equal(naive.Matters(answers), outcome.Matters);
        Assert.Equal(naive.Matters(answers), checklist.Matters(set));
        Assert.Equal(naive.Next(answers), checklist.Next(set));
        Assert.Equal(naive.WhatIf(answers), checklist.WhatIf(set));
    }

    public static AnswerSet ToSet(CompiledChecklist checklist, int[] answers)
    {
        var set = checklist.Empty;
        for (var item = 0; item < answers.Length; item++)
            if (answers[item] >= 0) set = checklist.With(set, item, answers[item]);
        return set;
    }

    public static int[] ToAnswers(CompiledChecklist checklist, AnswerSet set) =>
        [.. Enumerable.Range(0, checklist.Definition.Items.Length).Select(item => checklist.OptionOf(set, item) ?? -1)];
}
