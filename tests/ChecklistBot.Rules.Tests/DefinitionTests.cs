using System.Security.Cryptography;
using System.Text;
using ChecklistBot.Rules.Tests.Faults;

namespace ChecklistBot.Rules.Tests;

public sealed class DefinitionTests
{
    private static readonly CompiledChecklist Checklist = ChecklistFile.Load(Encoding.UTF8.GetBytes(Lunch.Text), "lunch.json").Checklist!;

    [Fact]
    public void Everything_that_the_file_says_is_in_the_definition()
    {
        var lunch = Checklist.Definition;

        Assert.Equal(("lunch", "1", "Where do we eat?", "Two questions."), (lunch.Id, lunch.Version, lunch.Title, lunch.Intro));
        Assert.Equal(
            [("weather", "How is the weather?", "Look outside."), ("hurry", "Are we in a hurry?", "")],
            lunch.Items.Select(item => (item.Id, item.Question, item.Help)));
        Assert.Equal(
            [new OptionDefinition { Id = "yes", Label = "In a hurry", Meaning = "Half an hour." }, new OptionDefinition { Id = "no", Label = "No hurry", Meaning = "An hour." }],
            lunch.Items[1].Options);
        Assert.Equal([("wet", "Wet feet")], lunch.Flags.Select(flag => (flag.Id, flag.Label)));
        Assert.Equal(
            [("park", "Park", "Eat outside.", "Take a blanket.", ""), ("canteen", "Canteen", "Eat inside.", "Take a tray.", "")],
            lunch.Paths.Select(path => (path.Id, path.Label, path.What, path.Next, path.Example)));
        Assert.Equal([("R1", "canteen"), ("R2", "park")], lunch.Rules.Select(rule => (rule.Id, rule.Path)));
        Assert.Equal(
            [("wait", "The sun may come.", new Companion(null, "weather", "sunny")), ("cream", "Use sun cream.", new Companion("canteen", null, null))],
            lunch.Cautions.Select(caution => (caution.Id, caution.Text, caution.Companion!)));
        var example = Assert.Single(lunch.Cases);
        Assert.Equal(("a fine day", "park", false), (example.Name, example.Path, example.StaysOpen));
        Assert.Equal([new("weather", "sunny"), new("hurry", "no")], example.Answers);
        Assert.Equal([], example.Flags!.Value);
    }

    [Fact]
    public void The_content_hash_is_the_SHA_256_of_the_files_bytes() =>
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Lunch.Text))), Checklist.Definition.ContentHash);

    [Fact]
    public void Ids_are_found_by_their_exact_letters_and_unknown_ones_are_minus_one()
    {
        Assert.Equal([0, 1, -1, -1], new[] { "weather", "hurry", "Weather", "" }.Select(id => Checklist.ItemIndex(id)));
        Assert.Equal([0, 1, -1], new[] { "yes", "no", "sunny" }.Select(id => Checklist.OptionIndex(1, id)));
        Assert.Equal([0, 1, -1], new[] { "park", "canteen", "roof" }.Select(id => Checklist.PathIndex(id)));
    }

    [Fact]
    public void A_later_answer_replaces_an_earlier_one_and_taking_it_away_opens_the_item()
    {
        var rainy = Checklist.With(Checklist.Empty, 0, 1);
        var sunny = Checklist.With(rainy, 0, 0);

        Assert.Equal(1, Checklist.OptionOf(rainy, 0));
        Assert.Equal(0, Checklist.OptionOf(sunny, 0));
        Assert.Null(Checklist.OptionOf(sunny, 1));
        Assert.Equal(Checklist.Empty, Checklist.Without(sunny, 0));
        Assert.Equal(Checklist.Empty, Checklist.Without(Checklist.Empty, 1));
    }

    [Fact]
    public void An_option_that_the_item_lacks_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Checklist.With(Checklist.Empty, 0, 2));

    [Fact]
    public void Candidates_for_another_number_of_items_are_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => Checklist.Between([[0]]));
        Assert.Throws<ArgumentException>(() => Checklist.Between([[0], [2]]));
    }

    [Fact]
    public void Equal_outcomes_are_one_object()
    {
        var checklist = ChecklistFile.LoadBuiltIn();
        var reach = checklist.ItemIndex("reach");

        Assert.Same(checklist.Evaluate(checklist.With(checklist.Empty, reach, 0)), checklist.Evaluate(checklist.With(checklist.Empty, reach, 1)));
    }
}
