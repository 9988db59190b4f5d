namespace ChecklistBot.Rules.Tests;

public sealed class BuiltInTextTests
{
    private static readonly ChecklistDefinition Definition = ChecklistFile.LoadBuiltIn().Definition;

    [Theory]
    [InlineData("immediate-sync", "webhooks", "real-time API", "events that trigger", "person who owns the event schema", "retries", "monitoring alerts")]
    [InlineData("nightly-batch", "atomic", "cut-off time", "CSV or JSON", "strict field names", "checksums or counts", "morning", "reconciliation report", "before anyone acts")]
    [InlineData("single-source-of-truth", "two masters", "best data hygiene", "named business owner", "Migrate", "duplicates", "standardise", "Lock write access", "runbook", "where each field is updated")]
    [InlineData("lightweight-connector", "light API", "Zapier", "Map the fields", "triggers that matter", "handle errors", "dashboard of recent runs")]
    [InlineData("documented-manual", "person hands", "one-page runbook", "step-by-step", "responsible person", "check points", "pasted", "monthly", "Automate")]
    public void Every_fact_and_step_of_the_specification_is_told_with_its_path(string path, params string[] told)
    {
        var definition = Assert.Single(Definition.Paths, one => one.Id == path);

        Assert.All(told, words => Assert.Contains(words, $"{definition.What} {definition.Next}", StringComparison.Ordinal));
    }

    [Fact]
    public void No_two_options_share_a_label_so_that_a_button_needs_no_item_beside_it()
    {
        var labels = Definition.Items.SelectMany(item => item.Options.Select(option => option.Label)).ToList();

        Assert.Equal(labels, labels.Distinct());
    }

    [Fact]
    public void Questions_fit_on_a_card_and_help_on_a_line() => Assert.All(Definition.Items, item =>
    {
        Assert.InRange(item.Question.Length, 1, 60);
        Assert.InRange(item.Help.Length, 1, 100);
    });

    [Fact]
    public void Sentences_end_and_are_short_enough_to_read_aloud()
    {
        var texts = Definition.Paths.SelectMany(path => (string[])[path.What, path.Next])
            .Concat(Definition.Cautions.Select(caution => caution.Text))
            .Concat(Definition.Items.SelectMany(item => item.Options.Select(option => option.Meaning).Append(item.Help)))
            .Append(Definition.Intro);

        Assert.All(texts, text =>
        {
            Assert.EndsWith(".", text, StringComparison.Ordinal);
            Assert.All(text.Split(". "), sentence => Assert.InRange(sentence.Split(' ').Length, 1, 30));
        });
    }
}
