namespace ChecklistBot.Rules.Tests.Faults;

public sealed class LogicFaultTests
{
    [Fact]
    public void Answers_that_no_rule_covers() =>
        Assert.Equal(["x"], Lunch.FindingsAfter("\"when\": {}", """ "when": { "not": { "item": "hurry", "in": ["no"] } } """));

    [Fact]
    public void A_rule_that_is_never_reached() => Assert.Equal(["x"], Lunch.FindingsAfter(
        """{ "id": "R2", "when": {}, "path": "park" }""",
        """{ "id": "R2", "when": {}, "path": "park" }, { "id": "R3", "when": { "flag": "wet" }, "path": "canteen" }"""));

    [Fact]
    public void A_path_that_is_never_reached() => Assert.Equal(["x"], Lunch.FindingsAfter(
        "\"paths\": [", "\"paths\": [\n{ \"id\": \"roof\", \"label\": \"Roof\", \"what\": \"Eat on the roof.\", \"next\": \"Take the stairs.\" },"));

    [Fact]
    public void A_flag_that_is_never_raised() => Assert.Equal(["x"], Lunch.FindingsAfter(
        """{ "item": "weather", "in": ["rainy"] }""",
        """{ "all": [{ "item": "weather", "in": ["rainy"] }, { "item": "weather", "in": ["sunny"] }] }"""));

    [Fact]
    public void A_caution_that_is_never_raised() =>
        Assert.Equal(["x"], Lunch.FindingsAfter("""{ "path": ["park"] }""", """{ "all": [{ "path": ["park"] }, { "flag": "wet" }] }"""));

    [Fact]
    public void A_case_that_comes_out_as_another_path() => Assert.Equal(["x"], Lunch.FindingsAfter("\"path\": \"park\", \"flags\"", "\"path\": \"canteen\", \"flags\""));

    [Fact]
    public void A_case_that_is_not_settled() => Assert.Equal(["x"], Lunch.FindingsAfter("\"weather\": \"sunny\", \"hurry\": \"no\"", "\"hurry\": \"no\""));

    [Fact]
    public void A_case_that_is_settled_against_its_word() => Assert.Equal(["x"], Lunch.FindingsAfter("\"path\": \"park\", \"flags\"", "\"path\": null, \"flags\""));

    [Fact]
    public void A_case_that_comes_out_with_other_flags() => Assert.Equal(["x"], Lunch.FindingsAfter("\"flags\": [] }", "\"flags\": [\"wet\"] }"));

    [Fact]
    public void A_case_that_expects_nothing() => Assert.Equal(["x"], Lunch.FindingsAfter("""
        "no" },
              "path": "park", "flags": [] }
        """.Trim(), "\"no\" } }"));

    [Fact]
    public void A_case_that_answers_an_item_twice() => Assert.Equal(["x"], Lunch.FindingsAfter("\"hurry\": \"no\" }", "\"hurry\": \"no\", \"hurry\": \"no\" }"));

    [Fact]
    public void Everything_is_found_at_once_in_the_order_of_the_lines() => Assert.Equal(["x"], Lunch.Findings(Lunch.Text
        .Replace("\"label\": \"Sunny\"", "\"label\": \"Sunny with some clouds perhaps\"", StringComparison.Ordinal)
        .Replace("{ \"flag\": \"wet\" }", "{ \"flag\": \"damp\" }", StringComparison.Ordinal)
        .Replace("{ \"path\": [\"park\"] }", "{ \"not\": {} }", StringComparison.Ordinal)
        .Replace("\"when\": {}", "\"when\": { \"item\": \"hurry\", \"in\": [\"yes\"] }", StringComparison.Ordinal)
        .Replace("\"path\": \"park\", \"flags\"", "\"path\": \"canteen\", \"flags\"", StringComparison.Ordinal)));
}
