namespace ChecklistBot.Rules.Tests.Faults;

public sealed class ReferenceFaultTests
{
    [Fact]
    public void An_unknown_item_in_a_condition() => Assert.Equal(
        ["x"],
        Lunch.FindingsAfter("""{ "item": "weather", "in": ["rainy"] }""", """{ "item": "wether", "in": ["rainy"] }"""));

    [Fact]
    public void An_unknown_option_in_a_condition() => Assert.Equal(
        ["x"],
        Lunch.FindingsAfter("""{ "item": "weather", "in": ["rainy"] }""", """{ "item": "weather", "in": ["rainy", "sunni"] }"""));

    [Fact]
    public void An_unknown_flag_in_a_condition() => Assert.Equal(
        ["x"],
        Lunch.FindingsAfter("""{ "flag": "wet" }""", """{ "flag": "cold" }"""));

    [Fact]
    public void An_unknown_path_in_a_condition() => Assert.Equal(
        ["x"],
        Lunch.FindingsAfter("""{ "path": ["park"] }""", """{ "path": ["garden"] }"""));

    [Fact]
    public void An_unknown_item_and_option_in_differs() => Assert.Equal(
        ["x", "y"],
        [
            .. Lunch.FindingsAfter("""{ "differs": { "item": "weather", "option": "sunny" } }""", """{ "differs": { "item": "wheather", "option": "sunny" } }"""),
            .. Lunch.FindingsAfter("""{ "differs": { "item": "weather", "option": "sunny" } }""", """{ "differs": { "item": "weather", "option": "yes" } }"""),
        ]);

    [Fact]
    public void An_unknown_path_of_a_rule() => Assert.Equal(
        ["x"],
        Lunch.FindingsAfter(""" "when": {}, "path": "park" """, """ "when": {}, "path": "parc" """));

    [Fact]
    public void An_unknown_companion_path() => Assert.Equal(
        ["x"],
        Lunch.FindingsAfter("""{ "path": "canteen" }""", """{ "path": "kantine" }"""));

    [Fact]
    public void An_unknown_companion_option() => Assert.Equal(
        ["x"],
        Lunch.FindingsAfter("""{ "if": { "item": "weather", "option": "sunny" } }""", """{ "if": { "item": "weather", "option": "dry" } }"""));

    [Fact]
    public void An_unknown_item_option_path_and_flag_in_a_case() => Assert.Equal(
        ["x"],
        Lunch.Findings(Lunch.Text
            .Replace("""{ "weather": "sunny", "hurry": "no" }""", """{ "wether": "sunny", "hurry": "maybe" }""", StringComparison.Ordinal)
            .Replace(""" "path": "park", "flags": [] """, """ "path": "part", "flags": ["dry"] """, StringComparison.Ordinal)));

    [Fact]
    public void A_flag_that_tests_a_flag() => Assert.Equal(
        ["x"],
        Lunch.FindingsAfter("""{ "item": "weather", "in": ["rainy"] }""", """{ "flag": "wet" }"""));

    [Fact]
    public void A_rule_that_tests_the_path() => Assert.Equal(
        ["x"],
        Lunch.FindingsAfter("""{ "flag": "wet" }""", """{ "path": ["park"] }"""));

    [Fact]
    public void A_rule_that_tests_what_differs() => Assert.Equal(
        ["x"],
        Lunch.FindingsAfter("""{ "flag": "wet" }""", """{ "differs": { "item": "hurry", "option": "no" } }"""));
}
