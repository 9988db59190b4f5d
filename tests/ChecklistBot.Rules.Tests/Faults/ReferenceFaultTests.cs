namespace ChecklistBot.Rules.Tests.Faults;

public sealed class ReferenceFaultTests
{
    [Fact]
    public void An_unknown_item_in_a_condition() => Assert.Equal(
        ["lunch.json:12: wether: is no item, but wet names it; write \"weather\""],
        Lunch.FindingsAfter("""{ "item": "weather", "in": ["rainy"] }""", """{ "item": "wether", "in": ["rainy"] }"""));

    [Fact]
    public void An_unknown_option_in_a_condition() => Assert.Equal(
        ["lunch.json:12: sunni: is no option of weather, but wet names it; write \"sunny\""],
        Lunch.FindingsAfter("""{ "item": "weather", "in": ["rainy"] }""", """{ "item": "weather", "in": ["rainy", "sunni"] }"""));

    [Fact]
    public void Where_the_id_that_was_meant_is_none_its_mended_form_is_advised() => Assert.Equal(
        [
            "lunch.json:7: hur:ry: is no id; write \"hur-ry\" (letters a to z, digits, \"-\", \"_\" and \".\", at most 64, a letter or digit first)",
            "lunch.json:19: hurry: is no item, but R1 names it; write \"hur-ry\"",
            "lunch.json:28: hurry: is no item, but a fine day names it; write \"hur-ry\"",
        ],
        Lunch.FindingsAfter("\"id\": \"hurry\"", "\"id\": \"hur:ry\""));

    [Fact]
    public void An_unknown_flag_in_a_condition() => Assert.Equal(
        ["lunch.json:19: cold: is no flag, but R1 names it; write \"wet\""],
        Lunch.FindingsAfter("""{ "flag": "wet" }""", """{ "flag": "cold" }"""));

    [Fact]
    public void An_unknown_path_in_a_condition() => Assert.Equal(
        ["lunch.json:25: garden: is no path, but cream names it; write one of \"park\", \"canteen\""],
        Lunch.FindingsAfter("""{ "path": ["park"] }""", """{ "path": ["garden"] }"""));

    [Fact]
    public void An_unknown_item_and_option_in_differs() => Assert.Equal(
        [
            "lunch.json:23: wheather: is no item, but wait names it; write \"weather\"",
            "lunch.json:23: yes: is no option of weather, but wait names it; write one of \"sunny\", \"rainy\"",
        ],
        [
            .. Lunch.FindingsAfter("""{ "differs": { "item": "weather", "option": "sunny" } }""", """{ "differs": { "item": "wheather", "option": "sunny" } }"""),
            .. Lunch.FindingsAfter("""{ "differs": { "item": "weather", "option": "sunny" } }""", """{ "differs": { "item": "weather", "option": "yes" } }"""),
        ]);

    [Fact]
    public void An_unknown_path_of_a_rule() => Assert.Equal(
        ["lunch.json:20: parc: is no path, but R2 names it; write \"park\""],
        Lunch.FindingsAfter(""" "when": {}, "path": "park" """, """ "when": {}, "path": "parc" """));

    [Fact]
    public void An_unknown_companion_path() => Assert.Equal(
        ["lunch.json:25: kantine: is no path, but cream names it; write one of \"park\", \"canteen\""],
        Lunch.FindingsAfter("""{ "path": "canteen" }""", """{ "path": "kantine" }"""));

    [Fact]
    public void An_unknown_companion_option() => Assert.Equal(
        ["lunch.json:24: dry: is no option of weather, but wait names it; write one of \"sunny\", \"rainy\""],
        Lunch.FindingsAfter("""{ "if": { "item": "weather", "option": "sunny" } }""", """{ "if": { "item": "weather", "option": "dry" } }"""));

    [Fact]
    public void An_unknown_item_option_path_and_flag_in_a_case() => Assert.Equal(
        [
            "lunch.json:28: wether: is no item, but a fine day names it; write \"weather\"",
            "lunch.json:28: maybe: is no option of hurry, but a fine day names it; write one of \"yes\", \"no\"",
            "lunch.json:29: dry: is no flag, but a fine day names it; write \"wet\"",
            "lunch.json:29: part: is no path, but a fine day names it; write \"park\"",
        ],
        Lunch.Findings(Lunch.Text
            .Replace("""{ "weather": "sunny", "hurry": "no" }""", """{ "wether": "sunny", "hurry": "maybe" }""", StringComparison.Ordinal)
            .Replace(""" "path": "park", "flags": [] """, """ "path": "part", "flags": ["dry"] """, StringComparison.Ordinal)));

    [Fact]
    public void A_flag_that_tests_a_flag() => Assert.Equal(
        ["""lunch.json:12: wet: tests "flag", but flags may test items only: write the items that raise that flag"""],
        Lunch.FindingsAfter("""{ "item": "weather", "in": ["rainy"] }""", """{ "flag": "wet" }"""));

    [Fact]
    public void A_rule_that_tests_the_path() => Assert.Equal(
        ["""lunch.json:19: R1: tests "path", but only cautions may test the path: write the items or flags that lead to it"""],
        Lunch.FindingsAfter("""{ "flag": "wet" }""", """{ "path": ["park"] }"""));

    [Fact]
    public void A_rule_that_tests_what_differs() => Assert.Equal(
        ["""lunch.json:19: R1: tests "differs", but only cautions may test the path: write the items or flags that lead to it"""],
        Lunch.FindingsAfter("""{ "flag": "wet" }""", """{ "differs": { "item": "hurry", "option": "no" } }"""));
}
