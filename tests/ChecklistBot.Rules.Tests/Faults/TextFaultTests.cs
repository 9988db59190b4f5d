namespace ChecklistBot.Rules.Tests.Faults;

/// <summary>Texts that cards could not draw, and labels that nobody could type.</summary>
public sealed class TextFaultTests
{
    [Theory]
    [InlineData("Sunny")]
    [InlineData("SUNNY")]
    [InlineData(" sunny ")]
    public void Two_options_of_an_item_whose_labels_are_the_same_but_for_case_and_spaces(string label) => Assert.Equal(
        [$"""lunch.json:6: weather: has two options that cannot be told apart, "sunny" ("Sunny") and "rainy" ("{label}"); write another label for one of them"""],
        Lunch.FindingsAfter("\"label\": \"Rainy\"", $"\"label\": \"{label}\""));

    [Fact]
    public void Two_options_whose_labels_differ_only_in_the_way_an_accent_is_written()
    {
        var accented = Lunch.Text.Replace("\"label\": \"Sunny\"", "\"label\": \"Caf\u00e9\"", StringComparison.Ordinal);
        foreach (var label in (string[])["Cafe\u0301", "CAFE\u0301"])
            Assert.Equal(
                [$"lunch.json:6: weather: has two options that cannot be told apart, \"sunny\" (\"Caf\u00e9\") and \"rainy\" (\"{label}\"); write another label for one of them"],
                Lunch.Findings(accented.Replace("\"label\": \"Rainy\"", $"\"label\": \"{label}\"", StringComparison.Ordinal)));
        foreach (var label in (string[])["Caf\u00e8", "Cafe", "Cafe\u0301s"])
            Assert.Empty(Lunch.Findings(accented.Replace("\"label\": \"Rainy\"", $"\"label\": \"{label}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\u0915\u0940", "\u0915\u093E")]
    [InlineData("\u0E17\u0E35\u0E48", "\u0E17\u0E35")]
    [InlineData("\u0939\u093E\u0901", "\u0939\u0939")]
    public void Labels_are_told_apart_by_what_is_written_around_their_letters(string first, string second) => Assert.Empty(Lunch.Findings(
        Lunch.Text.Replace("\"label\": \"Sunny\"", $"\"label\": \"{first}\"", StringComparison.Ordinal).Replace("\"label\": \"Rainy\"", $"\"label\": \"{second}\"", StringComparison.Ordinal)));

    [Fact]
    public void Labels_of_different_items_may_be_the_same() =>
        Assert.Empty(Lunch.FindingsAfter("\"label\": \"In a hurry\"", "\"label\": \"Sunny\""));

    [Fact]
    public void Labels_are_told_apart_by_their_signs()
    {
        var sizes = Lunch.Text.Replace("\"label\": \"Sunny\"", "\"label\": \"< 5\"", StringComparison.Ordinal);
        Assert.Empty(Lunch.Findings(sizes.Replace("\"label\": \"Rainy\"", "\"label\": \"> 5\"", StringComparison.Ordinal)));
        var signs = Lunch.Text.Replace("\"label\": \"Sunny\"", "\"label\": \"+\"", StringComparison.Ordinal);
        Assert.Empty(Lunch.Findings(signs.Replace("\"label\": \"Rainy\"", "\"label\": \"-\"", StringComparison.Ordinal)));
        Assert.Equal(
            ["""lunch.json:6: weather: has two options that cannot be told apart, "sunny" ("+") and "rainy" (" +"); write another label for one of them"""],
            Lunch.Findings(signs.Replace("\"label\": \"Rainy\"", "\"label\": \" +\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Not sure")]
    [InlineData("I don't know.")]
    public void A_label_that_says_no_more_than_the_answer_that_every_item_has(string label) => Assert.Equal(
        [$"""lunch.json:6: rainy: has the label "{label}", which whoever types it means as the answer "Not sure", which every item has already; remove this option, or write a label that says more"""],
        Lunch.FindingsAfter("\"label\": \"Rainy\"", $"\"label\": \"{label}\""));

    [Fact]
    public void A_label_that_says_more_than_not_sure_is_sound() =>
        Assert.Empty(Lunch.FindingsAfter("\"label\": \"Rainy\"", "\"label\": \"Not sure yet\""));

    [Theory]
    [InlineData("Where do we eat?", 2, "lunch", "title")]
    [InlineData("Two questions.", 2, "lunch", "intro")]
    [InlineData("How is the weather?", 4, "weather", "question")]
    [InlineData("Look outside.", 4, "weather", "help")]
    [InlineData("Sunny", 5, "sunny", "label")]
    [InlineData("Dry and warm.", 5, "sunny", "meaning")]
    [InlineData("Wet feet", 12, "wet", "label")]
    [InlineData("Eat outside.", 15, "park", "what")]
    [InlineData("The sun may come.", 24, "wait", "text")]
    public void A_line_break_or_a_control_character_in_a_text_that_is_drawn_on_one_line(string text, int line, string id, string property)
    {
        foreach (var ending in (string[])["\\n", "\\r", "\\u2028", "\u0085"])
            Assert.Equal(
                [$"""lunch.json:{line}: {id}: has a line break in "{property}"; write it on one line"""],
                Lunch.FindingsAfter($"\"{text}\"", $"\"{text}{ending}more\""));
        Assert.Equal(
            [$"""lunch.json:{line}: {id}: has the control character \u0009 in "{property}"; write a blank instead, or leave it out"""],
            Lunch.FindingsAfter($"\"{text}\"", $"\"{text}\\tmore\""));
    }

    [Fact]
    public void The_next_steps_are_a_paragraph_that_may_have_line_breaks_but_no_other_control_characters()
    {
        Assert.Empty(Lunch.FindingsAfter("Take a tray.", "Take a tray.\\r\\nTake a seat."));
        Assert.Equal(
            ["""lunch.json:16: canteen: has the control character \u0007 in "next"; write a blank instead, or leave it out"""],
            Lunch.FindingsAfter("Take a tray.", "Take a \\u0007 tray."));
        Assert.Equal(
            ["""lunch.json:16: canteen: has the line break \u2028 in "next", which is not drawn everywhere; write \n instead"""],
            Lunch.FindingsAfter("Take a tray.", "Take a tray.\\u2028Take a seat."));
    }

    [Fact]
    public void An_empty_text_is_reported_once() => Assert.Equal(
        ["""lunch.json:4: weather: has an empty "question"; write it"""],
        Lunch.FindingsAfter("\"How is the weather?\"", "\" \\n\""));
}
