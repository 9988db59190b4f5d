using System.Collections.Immutable;
using ChecklistBot.Rules.Tests.Naive;
using ChecklistBot.Rules.Tests.Random;
using CsCheck;

namespace ChecklistBot.Rules.Tests;

public sealed class RandomChecklistTests
{
    [Fact]
    public void A_random_checklist_loads_exactly_when_everything_in_it_comes_up_and_every_answer_set_is_covered() =>
        RandomChecklists.Any.Sample(
            definition =>
            {
                var result = ChecklistFile.Load(ChecklistJson.Write(definition), "random.json");

                var expected = Unsound(definition).Order().ToList();
                var found = result.Findings.Select(finding => finding.Id).Where(id => id[0] != 'c' || !expected.Contains("rules"));
                Assert.Equal(expected, found.Order());
                Assert.Equal(result.Findings.IsEmpty, result.Checklist is not null);
            },
            iter: 1000);

    [Fact]
    public void A_sound_random_checklist_agrees_with_the_naive_interpreter_on_every_answer_set_and_question() =>
        RandomChecklists.Any.Select(Repair.Sound).Sample(
            definition =>
            {
                var checklist = Load(definition);
                var naive = new NaiveEngine(new DefinitionInterpreter(definition));
                foreach (var answers in naive.AllSets()) EngineAgreement.AssertOn(checklist, naive, answers);
            },
            iter: 100);

    [Fact]
    public void A_split_team_gets_the_paths_and_the_fewest_deciders_that_trying_every_mix_finds() =>
        RandomChecklists.Any.Select(Repair.Sound).SelectMany(definition => Candidates(definition).Select(chosen => (definition, chosen))).Sample(
            sample =>
            {
                var (definition, chosen) = sample;
                var naive = new NaiveEngine(new DefinitionInterpreter(definition));

                var result = Load(definition).Between([.. chosen.Select(options => options.ToImmutableArray())]);

                AssertSplit(naive, chosen, result);
            },
            iter: 1000);

    [Fact]
    public void Split_teams_of_the_built_in_checklist_get_what_trying_every_mix_finds()
    {
        var checklist = ChecklistFile.LoadBuiltIn();
        var naive = new NaiveEngine(new RulesDocument());
        Candidates(checklist.Definition).Sample(
            chosen => AssertSplit(naive, chosen, checklist.Between([.. chosen.Select(options => options.ToImmutableArray())])),
            iter: 100);
    }

    private static void AssertSplit(NaiveEngine naive, int[][] chosen, SplitResult result)
    {
        int[][] distinct = [.. chosen.Select(options => options.Distinct().Order().ToArray())];
        var (paths, deciders) = naive.Between(distinct);
        Assert.Equal(paths, result.Paths);
        Assert.Equal(deciders, result.Deciders);
        foreach (var choice in result.Choices)
            Assert.Equal(naive.Left(NaiveEngine.Settle(distinct, result.Deciders, choice.Options)), choice.Paths);
        var expected = deciders.Count == 0 ? 0 : deciders
            .Select(item => distinct[item].Length > 0 ? distinct[item].Length : naive.OptionsOf(item))
            .Aggregate(1, (left, right) => left * right);
        Assert.Equal(expected, result.Choices.Select(choice => string.Join(',', choice.Options)).Distinct().Count());
        Assert.Equal(expected, result.Choices.Length);
    }

    private static CompiledChecklist Load(ChecklistDefinition definition)
    {
        var result = ChecklistFile.Load(ChecklistJson.Write(definition), "random.json");
        Assert.Empty(result.Findings);
        return result.Checklist!;
    }

    /// <summary>For each item the options that some people chose, now and then the same one twice.</summary>
    private static Gen<int[][]> Candidates(ChecklistDefinition definition) => definition.Items
        .Select(item => Gen.Int[0, item.Options.Length - 1].Array[0, 3])
        .Aggregate(Gen.Const(Array.Empty<int[]>()), (sofar, next) => sofar.SelectMany(begun => next.Select(one => (int[][])[.. begun, one])));

    /// <summary>The ids of all that trying every complete answer set never brings up.</summary>
    private static IEnumerable<string> Unsound(ChecklistDefinition definition)
    {
        var all = new NaiveEngine(new DefinitionInterpreter(definition)).AllComplete.ToList();
        var uncovered = all.Exists(one => one.Rule < 0);
        IEnumerable<string> missing =
        [
            .. Missing(definition.Rules, all.Select(one => one.Rule), rule => rule.Id),
            .. Missing(definition.Paths, all.Select(one => one.Path), path => path.Id),
            .. Missing(definition.Flags, all.SelectMany(one => one.Flags), flag => flag.Id),
        ];
        // What hangs on the path cannot be said where there is none: cautions are judged once the rules cover everything.
        return uncovered
            ? missing.Append("rules")
            : missing.Concat(Missing(definition.Cautions, all.SelectMany(one => one.Cautions).Select(raised => raised.Caution), caution => caution.Id));
    }

    private static IEnumerable<string> Missing<T>(ImmutableArray<T> all, IEnumerable<int> found, Func<T, string> id) =>
        all.Where((_, i) => !found.Contains(i)).Select(id);
}
