namespace ChecklistBot.Rules.Tests.Faults;

public sealed class LogicFaultTests
{
    [Fact]
    public void Answers_that_no_rule_covers() =>
        Assert.Equal(
        ["""lunch.json:18: rules: leave {"weather":"sunny", "hurry":"no"} and one other answer set without a path; write a last rule with "when": {}, or widen one"""],
        Lunch.Findings(Lunch.Text
            .Replace("{ \"any\": [{ \"flag\"", "{ \"all\": [{ \"flag\"", StringComparison.Ordinal)
            .Replace("\"when\": {}", "\"when\": { \"item\": \"hurry\", \"in\": [\"yes\"] }", StringComparison.Ordinal)));

    [Fact]
    public void Line_breaks_and_direction_marks_in_an_id_leave_each_finding_on_one_line() => Assert.Equal(
        [
            "lunch.json:1: a\\u000ab: is no id; write \"a-b\" (letters a to z, digits, \"-\", \"_\" and \".\", at most 64, a letter or digit first)",
            "lunch.json:1: \\u202ec: is no id; write \"c\" (letters a to z, digits, \"-\", \"_\" and \".\", at most 64, a letter or digit first)",
            "lunch.json:4: rules: leave {\"a\\u000ab\":\"\\u202ec\"} without a path; write a last rule with \"when\": {}, or widen one",
        ],
        Lunch.Findings("""
            { "id": "t", "version": "1", "title": "T", "items": [{ "id": "a\nb", "question": "Q?", "options": [{ "id": "\u202ec", "label": "L", "meaning": "M" },
              { "id": "d", "label": "D", "meaning": "M" }] }],
              "paths": [{ "id": "p", "label": "P", "what": "W", "next": "N" }],
              "rules": [{ "id": "r", "when": { "item": "a\nb", "in": ["d"] }, "path": "p" }] }
            """));

    [Fact]
    public void A_rule_that_is_never_reached() => Assert.Equal(
        ["lunch.json:20: R3: is never the first rule that matches; write it before the rules that take its answers, or remove it"],
        Lunch.FindingsAfter(
        """{ "id": "R2", "when": {}, "path": "park" }""",
        """{ "id": "R2", "when": {}, "path": "park" }, { "id": "R3", "when": { "flag": "wet" }, "path": "canteen" }"""));

    [Fact]
    public void A_path_that_is_never_reached() => Assert.Equal(
        ["lunch.json:15: roof: is a path that no answers lead to; write a rule for it, or remove it"],
        Lunch.FindingsAfter(
        "\"paths\": [", "\"paths\": [\n{ \"id\": \"roof\", \"label\": \"Roof\", \"what\": \"Eat on the roof.\", \"next\": \"Take the stairs.\" },"));

    [Fact]
    public void A_flag_that_is_never_raised() => Assert.Equal(
        [
            "lunch.json:12: wet: is a flag that no answers raise; write a condition that can hold, or remove it",
            "lunch.json:23: wait: is a caution that no answers raise; write a condition that can hold, or remove it",
        ],
        Lunch.FindingsAfter(
        """{ "item": "weather", "in": ["rainy"] }""",
        """{ "all": [{ "item": "weather", "in": ["rainy"] }, { "item": "weather", "in": ["sunny"] }] }"""));

    [Fact]
    public void A_caution_that_is_never_raised() =>
        Assert.Equal(
        ["lunch.json:25: cream: is a caution that no answers raise; write a condition that can hold, or remove it"],
        Lunch.FindingsAfter("""{ "path": ["park"] }""", """{ "all": [{ "path": ["park"] }, { "flag": "wet" }] }"""));

    [Fact]
    public void A_case_that_comes_out_as_another_path() => Assert.Equal(
        ["""lunch.json:29: a fine day: expects "canteen", but "park" comes out; write "park", or mend the rules"""],
        Lunch.FindingsAfter("\"path\": \"park\", \"flags\"", "\"path\": \"canteen\", \"flags\""));

    [Fact]
    public void A_case_that_is_not_settled() => Assert.Equal(
        ["""lunch.json:29: a fine day: expects "park", but "park", "canteen" can come out; write more answers or "path": null, or mend the rules"""],
        Lunch.FindingsAfter("\"weather\": \"sunny\", \"hurry\": \"no\"", "\"hurry\": \"no\""));

    [Fact]
    public void A_case_that_is_settled_against_its_word() => Assert.Equal(
        ["""lunch.json:29: a fine day: expects several paths, but "park" is certain; write "path": "park", or mend the rules"""],
        Lunch.FindingsAfter("\"path\": \"park\", \"flags\"", "\"path\": null, \"flags\""));

    [Fact]
    public void A_case_that_comes_out_with_other_flags() => Assert.Equal(
        ["""lunch.json:29: a fine day: expects the flags ["wet"], but [] come out; write "flags": [], or mend the flags"""],
        Lunch.FindingsAfter("\"flags\": [] }", "\"flags\": [\"wet\"] }"));

    [Fact]
    public void A_case_that_expects_nothing() => Assert.Equal(
        ["""lunch.json:28: a fine day: expects nothing; write the "path" or the "flags" that must come out"""],
        Lunch.FindingsAfter("""
        "no" },
              "path": "park", "flags": [] }
        """.Trim(), "\"no\" } }"));

    [Fact]
    public void A_case_that_answers_an_item_twice() => Assert.Equal(
        ["lunch.json:28: hurry: is answered twice in a fine day; keep one"],
        Lunch.FindingsAfter("\"hurry\": \"no\" }", "\"hurry\": \"no\", \"hurry\": \"no\" }"));

    [Fact]
    public void Everything_is_found_at_once_in_the_order_of_the_lines() => Assert.Equal(
        [
            "lunch.json:5: sunny: has a label of 30 characters; write one of at most 24 and put the rest into \"meaning\"",
            "lunch.json:15: park: is a path that no answers lead to; write a rule for it, or remove it",
            "lunch.json:19: damp: is no flag, but R1 names it; write \"wet\"",
            "lunch.json:20: R2: is never the first rule that matches; write it before the rules that take its answers, or remove it",
            "lunch.json:25: cream: is a caution that no answers raise; write a condition that can hold, or remove it",
            """lunch.json:29: a fine day: expects the flags ["wet"], but [] come out; write "flags": [], or mend the flags""",
        ],
        Lunch.Findings(Lunch.Text
        .Replace("\"label\": \"Sunny\"", "\"label\": \"Sunny with some clouds perhaps\"", StringComparison.Ordinal)
        .Replace("{ \"flag\": \"wet\" }", "{ \"flag\": \"damp\" }", StringComparison.Ordinal)
        .Replace("{ \"path\": [\"park\"] }", "{ \"not\": {} }", StringComparison.Ordinal)
        .Replace("\"when\": {}", "\"when\": { \"item\": \"hurry\", \"in\": [\"yes\"] }", StringComparison.Ordinal)
        .Replace("\"flags\": [] }", "\"flags\": [\"wet\"] }", StringComparison.Ordinal)));
}
