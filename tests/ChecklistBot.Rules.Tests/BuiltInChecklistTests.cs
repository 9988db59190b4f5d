using ChecklistBot.Rules.Tests.Naive;

namespace ChecklistBot.Rules.Tests;

public sealed class BuiltInChecklistTests
{
    private static readonly CompiledChecklist Checklist = ChecklistFile.LoadBuiltIn();
    private static readonly NaiveEngine Naive = new(new RulesDocument());

    [Fact]
    public void It_is_sound()
    {
        var result = ChecklistFile.Load(ChecklistFile.BuiltIn, "should-we-integrate.json");

        Assert.Empty(result.Findings);
        Assert.NotNull(result.Checklist);
    }

    [Fact]
    public void Its_ids_are_those_of_the_specification_in_that_order()
    {
        var definition = Checklist.Definition;

        Assert.Equal("should-we-integrate", definition.Id);
        Assert.Equal(RulesDocument.Items.Select(item => item.Item), definition.Items.Select(item => item.Id));
        Assert.Equal(
            RulesDocument.Items.SelectMany(item => item.Options), definition.Items.SelectMany(item => item.Options.Select(option => option.Id)));
        Assert.Equal(RulesDocument.Flags, definition.Flags.Select(flag => flag.Id));
        Assert.Equal(RulesDocument.Paths, definition.Paths.Select(path => path.Id));
        Assert.Equal(RulesDocument.Rules, definition.Rules.Select(rule => rule.Id));
        Assert.Equal(RulesDocument.Cautions, definition.Cautions.Select(caution => caution.Id));
    }

    [Fact]
    public void All_576_complete_and_3600_partial_answer_sets_agree_with_a_second_implementation_on_every_question()
    {
        var (complete, all) = (0, 0);
        var codes = new HashSet<int>();
        foreach (var answers in Naive.AllSets())
        {
            EngineAgreement.AssertOn(Checklist, Naive, answers);
            codes.Add(EngineAgreement.ToSet(Checklist, answers).Code);
            all++;
            if (!answers.Contains(-1)) complete++;
        }

        Assert.Equal(576, complete);
        Assert.Equal(3600, all);
        Assert.Equal(Enumerable.Range(0, Checklist.AnswerSets), codes.Order());
    }

    [Fact]
    public void Every_rule_decides_at_least_one_of_its_cases()
    {
        var decided = Checklist.Definition.Cases.Select(one => Checklist.Evaluate(Checklist.Of(one.Answers)).Rule).OfType<int>().Distinct();

        Assert.Equal(Enumerable.Range(0, 6), decided.Order());
    }

    [Fact]
    public void Reach_never_changes_the_path()
    {
        Assert.All(
            Enumerable.Range(0, Checklist.AnswerSets),
            code => Assert.DoesNotContain(Checklist.ItemIndex("reach"), Checklist.Matters(new AnswerSet(code))));
    }

    [Fact]
    public void Asking_what_matters_next_settles_after_3_4_answers_on_average_instead_of_5_2()
    {
        Assert.Equal(3.4, Average(set => Checklist.Next(set)!.Value), 0.05);
        Assert.Equal(5.2, Average(FirstOpen), 0.05);
    }

    private static double Average(Func<AnswerSet, int> ask) =>
        Naive.AllSets().Where(answers => !answers.Contains(-1)).Average(answers => Asked(answers, ask));

    private static int Asked(int[] answers, Func<AnswerSet, int> ask)
    {
        var (set, asked) = (Checklist.Empty, 0);
        for (; !Checklist.Evaluate(set).Settled; asked++)
        {
            var item = ask(set);
            set = Checklist.With(set, item, answers[item]);
        }

        return asked;
    }

    private static int FirstOpen(AnswerSet set) => Enumerable.Range(0, 6).First(item => Checklist.OptionOf(set, item) is null);

    [Fact]
    public void The_companion_is_the_same_when_each_completion_names_its_own_first_one() =>
        Assert.All(Naive.AllSets(), answers => Assert.Equal(Naive.CompanionOfEachCompletion(answers), Naive.Companion(answers)));
}
