namespace ChecklistBot.Rules.Tests.Faults;

/// <summary>Texts that cards could not draw, and labels that nobody could type.</summary>
public sealed class TextFaultTests
{
    [Theory]
    [InlineData("Sunny")]
    [InlineData("SUNNY")]
    [InlineData(" sunny!")]
    public void Two_options_of_an_item_whose_labels_are_the_same_when_typed(string label) => Assert.Equal(
        [$"""lunch.json:6: weather: has two options that cannot be told apart when typed, "sunny" ("Sunny") and "rainy" ("{label}"); write another label for one of them"""],
        Lunch.FindingsAfter("\"label\": \"Rainy\"", $"\"label\": \"{label}\""));

    [Fact]
    public void Labels_of_different_items_may_be_the_same() =>
        Assert.Empty(Lunch.FindingsAfter("\"label\": \"In a hurry\"", "\"label\": \"Sunny\""));

    [Fact]
    public void Labels_of_signs_alone_are_told_apart_by_their_signs()
    {
        var signs = Lunch.Text.Replace("\"label\": \"Sunny\"", "\"label\": \"+\"", StringComparison.Ordinal);
        Assert.Empty(Lunch.Findings(signs.Replace("\"label\": \"Rainy\"", "\"label\": \"-\"", StringComparison.Ordinal)));
        Assert.Equal(
            ["""lunch.json:6: weather: has two options that cannot be told apart when typed, "sunny" ("+") and "rainy" (" +"); write another label for one of them"""],
            Lunch.Findings(signs.Replace("\"label\": \"Rainy\"", "\"label\": \" +\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_paths_with_one_label() => Assert.Equal(
        ["""lunch.json:16: canteen: has the label "park", as "park" ("Park") in line 15; write another label for one of them"""],
        Lunch.FindingsAfter("\"label\": \"Canteen\"", "\"label\": \"park\""));

    [Theory]
    [InlineData("Not sure")]
    [InlineData("I don't know.")]
    public void A_label_that_says_no_more_than_the_answer_that_every_item_has(string label) => Assert.Equal(
        [$"""lunch.json:6: rainy: has the label "{label}", which whoever types it means as the answer "Not sure", which every item has already; remove this option, or write a label that says more"""],
        Lunch.FindingsAfter("\"label\": \"Rainy\"", $"\"label\": \"{label}\""));

    [Fact]
    public void A_label_that_says_more_than_not_sure_is_sound() =>
        Assert.Empty(Lunch.FindingsAfter("\"label\": \"Rainy\"", "\"label\": \"Not sure yet\""));
}
