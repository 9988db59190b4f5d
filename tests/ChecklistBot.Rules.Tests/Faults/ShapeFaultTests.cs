using System.Text;

namespace ChecklistBot.Rules.Tests.Faults;

public sealed class ShapeFaultTests
{
    [Fact]
    public void The_checklist_without_a_fault_is_sound() => Assert.Empty(Lunch.Findings(Lunch.Text));

    [Fact]
    public void Comments_and_trailing_commas_are_allowed() =>
        Assert.Empty(Lunch.FindingsAfter("\"rainy\"] } }", "\"rainy\", /* or foggy */ ], }, }, // the only flag"));

    [Fact]
    public void Broken_JSON() => Assert.Equal(
        ["lunch.json:11: file: is not JSON here (',' is an invalid start of a value); mend the brackets, quotes or commas before this point"],
        Lunch.FindingsAfter("\n  \"flags\": [", "\n  \"flags\": [,"));

    [Fact]
    public void JSON_that_ends_too_early() => Assert.Equal(
        ["lunch.json:29: file: is not JSON here (Expected end of string, but instead reached end of data); mend the brackets, quotes or commas before this point"],
        Lunch.Findings(Lunch.Text[..^30]));

    [Fact]
    public void Something_after_the_end() => Assert.Equal(
        ["lunch.json:32: file: is not JSON here ('{' is invalid after a single JSON value. Expected end of data); mend the brackets, quotes or commas before this point"],
        Lunch.Findings(Lunch.Text + "\n{}"));

    [Fact]
    public void An_empty_file() => Assert.Equal(
        ["lunch.json:1: file: is empty; write JSON"],
        Lunch.Findings(""));

    [Fact]
    public void A_file_that_is_no_object() => Assert.Equal(
        ["lunch.json:1: checklist: is a list; write an object { … }"],
        Lunch.Findings("[]"));

    [Fact]
    public void Bytes_that_are_not_UTF_8()
    {
        byte[] bytes = [.. "{\n  \"id\": \""u8, 0xFF, .. "\" }"u8];

        Assert.Equal(
            ["lunch.json:2: file: is not UTF-8 text from here on; save it with the encoding UTF-8"],
            ChecklistFile.Load(bytes, "lunch.json").Findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void Half_a_surrogate_pair() => Assert.Equal(
        ["lunch.json:12: file: has half a surrogate pair in a text; write the character itself instead of \\u escapes"],
        Lunch.FindingsAfter("Wet feet", "Wet \\ud83d feet"));

    [Fact]
    public void A_byte_order_mark_is_no_fault() => Assert.Empty(Lunch.Findings("\uFEFF" + Lunch.Text));

    [Fact]
    public void A_file_of_more_than_a_megabyte() => Assert.Equal(
        ["lunch.json:1: file: has more than 1,048,576 bytes; write a shorter one"],
        Lunch.Findings(Lunch.Text + new string('\n', ChecklistFile.Largest)));

    [Fact]
    public void Conditions_nested_too_deep()
    {
        var deep = new StringBuilder().Insert(0, """{ "not": """, 100).Append("{}").Append('}', 100).ToString();

        Assert.Equal(
        ["lunch.json:19: file: is nested deeper than 64 levels; write flatter conditions, with flags for their parts"],
        Lunch.FindingsAfter("""{ "flag": "wet" }""", deep));
    }

    [Fact]
    public void An_unknown_property() => Assert.Equal(
        ["lunch.json:6: colour: is no property of rainy; leave it out; known here: id, label, meaning"],
        Lunch.FindingsAfter("\"meaning\": \"Wet.\"", "\"meaning\": \"Wet.\", \"colour\": \"grey\""));

    [Fact]
    public void A_mistyped_property_is_told_its_name_and_missed() =>
        Assert.Equal(
        [
            "lunch.json:6: mening: is no property of rainy; write \"meaning\"",
            """lunch.json:6: rainy: lacks "meaning"; write it""",
        ],
        Lunch.FindingsAfter("\"meaning\": \"Wet.\"", "\"mening\": \"Wet.\""));

    [Fact]
    public void A_property_given_twice() => Assert.Equal(
        ["lunch.json:6: label: is given twice in rainy; keep one"],
        Lunch.FindingsAfter("\"label\": \"Rainy\"", "\"label\": \"Rainy\", \"label\": \"Wet\""));

    [Fact]
    public void A_missing_text() => Assert.Equal(
        ["""lunch.json:16: canteen: lacks "next"; write it"""],
        Lunch.FindingsAfter(", \"next\": \"Take a tray.\"", ""));

    [Fact]
    public void A_missing_condition() => Assert.Equal(
        ["""lunch.json:20: R2: lacks "when"; write it"""],
        Lunch.FindingsAfter("\"when\": {}, ", ""));

    [Fact]
    public void A_missing_id() => Assert.Equal(
        [
            """lunch.json:15: paths[0]: lacks "id"; write it""",
            "lunch.json:20: park: is no path, but R2 names it; write \"canteen\"",
            "lunch.json:25: park: is no path, but cream names it; write \"canteen\"",
            "lunch.json:29: park: is no path, but a fine day names it; write \"canteen\"",
        ],
        Lunch.FindingsAfter("\"id\": \"park\", ", ""));

    [Fact]
    public void A_list_that_is_missing() => Assert.Equal(
        [
            """lunch.json:1: lunch: lacks "items"; write it""",
            """lunch.json:1: lunch: lacks "paths"; write it""",
            """lunch.json:1: lunch: lacks "rules"; write it""",
        ],
        Lunch.Findings("{ \"id\": \"lunch\", \"version\": \"1\", \"title\": \"Lunch\" }"));

    [Fact]
    public void A_number_where_a_text_belongs() => Assert.Equal(
        ["""lunch.json:2: lunch: has a number as "version"; write a text in quotes"""],
        Lunch.FindingsAfter("\"version\": \"1\"", "\"version\": 1"));

    [Fact]
    public void A_text_where_a_list_belongs() => Assert.Equal(
        ["""lunch.json:12: wet: has a text as "in"; write a list [ … ]"""],
        Lunch.FindingsAfter("\"in\": [\"rainy\"]", "\"in\": \"rainy\""));

    [Fact]
    public void A_text_where_an_object_belongs() => Assert.Equal(
        ["""lunch.json:20: R2: has a text where a condition belongs; write one of {"item","in":[…]}, {"flag"}, {"path":[…]}, {"differs":{"item","option"}}, {"all":[…]}, {"any":[…]}, {"not":…} or {}"""],
        Lunch.FindingsAfter("\"when\": {}", "\"when\": \"always\""));

    [Fact]
    public void An_empty_text() => Assert.Equal(
        ["""lunch.json:16: canteen: has an empty "next"; write it"""],
        Lunch.FindingsAfter("\"Take a tray.\"", "\" \""));

    [Fact]
    public void An_id_that_comes_twice() => Assert.Equal(
        ["lunch.json:20: R1: is already the id of another one of rules, in line 19; write a new id"],
        Lunch.FindingsAfter("\"id\": \"R2\"", "\"id\": \"R1\""));

    [Fact]
    public void An_option_id_that_comes_twice_in_its_item() => Assert.Equal(
        [
            "lunch.json:9: no: is already the id of another one of hurry.options, in line 8; write a new id",
            "lunch.json:19: yes: is no option of hurry, but R1 names it; write \"no\"",
        ],
        Lunch.FindingsAfter("\"id\": \"yes\"", "\"id\": \"no\""));

    [Fact]
    public void An_id_that_is_no_id() => Assert.Equal(
        ["""lunch.json:2: our lunch: \u000a today: is no id; write "our-lunch-today" (letters a to z, digits, "-", "_" and ".", at most 64, a letter or digit first)"""],
        Lunch.FindingsAfter("\"id\": \"lunch\"", "\"id\": \"our lunch: \\n today\""));

    [Theory]
    [InlineData("not-sure")]
    [InlineData("Not-Sure")]
    public void An_option_that_takes_the_id_of_the_answer_that_every_item_has(string id) => Assert.Equal(
        [$"""lunch.json:6: {id}: is the answer "Not sure", which every item has already; remove this option, or write another id if it means something else"""],
        Lunch.Findings(Lunch.Text.Replace("\"rainy\"", $"\"{id}\"", StringComparison.Ordinal)));

    [Fact]
    public void A_checklist_without_items() => Assert.Equal(
        ["""lunch.json:1: a: has an empty "items"; write at least one"""],
        Lunch.Findings("""
        { "id": "a", "version": "1", "title": "T", "items": [],
          "paths": [{ "id": "p", "label": "P", "what": "W", "next": "N" }], "rules": [{ "id": "r", "when": {}, "path": "p" }] }
        """));

    [Fact]
    public void An_item_without_options() => Assert.Equal(
        ["""lunch.json:7: hurry: has an empty "options"; write at least one"""],
        Lunch.FindingsAfter("""
        { "id": "hurry", "question": "Are we in a hurry?", "options": [
              { "id": "yes", "label": "In a hurry", "meaning": "Half an hour." },
              { "id": "no", "label": "No hurry", "meaning": "An hour." }] }
        """.Trim(), """{ "id": "hurry", "question": "Are we in a hurry?", "options": [] }"""));

    [Fact]
    public void A_label_longer_than_24_characters()
    {
        Assert.Empty(Lunch.FindingsAfter("\"label\": \"Sunny\"", $"\"label\": \"{new string('é', 24)}\""));
        Assert.Equal(
        ["lunch.json:5: sunny: has a label of 25 characters; write one of at most 24 and put the rest into \"meaning\""],
        Lunch.FindingsAfter("\"label\": \"Sunny\"", $"\"label\": \"{new string('é', 25)}\""));
    }

    [Fact]
    public void A_condition_of_several_kinds() =>
        Assert.Equal(
        ["lunch.json:19: R1: has a condition of several kinds (flag, not); write one of {\"item\",\"in\":[…]}, {\"flag\"}, {\"path\":[…]}, {\"differs\":{\"item\",\"option\"}}, {\"all\":[…]}, {\"any\":[…]}, {\"not\":…} or {}, and join several by \"all\" or \"any\""],
        Lunch.FindingsAfter("""{ "flag": "wet" }""", """{ "flag": "wet", "not": {} }"""));

    [Fact]
    public void An_item_test_without_its_options() =>
        Assert.Equal(
        ["lunch.json:19: R1: has an \"item\" without \"in\"; write one of {\"item\",\"in\":[…]}, {\"flag\"}, {\"path\":[…]}, {\"differs\":{\"item\",\"option\"}}, {\"all\":[…]}, {\"any\":[…]}, {\"not\":…} or {}, and join several by \"all\" or \"any\""],
        Lunch.FindingsAfter("""{ "item": "hurry", "in": ["yes"] }""", """{ "item": "hurry" }"""));

    [Fact]
    public void A_condition_with_no_parts() => Assert.Equal(
        ["""lunch.json:25: cream: has an empty "path"; write at least one, or {} for a condition that always holds"""],
        Lunch.FindingsAfter("""{ "path": ["park"] }""", """{ "path": [] }"""));

    [Fact]
    public void A_companion_that_is_two_paths() =>
        Assert.Equal(
        ["""lunch.json:25: cream: has a companion that is not exactly one path; write {"path":"…"} or {"if":{"item":"…","option":"…"}}"""],
        Lunch.FindingsAfter("""{ "path": "canteen" }""", """{ "path": "canteen", "if": { "item": "hurry", "option": "yes" } }"""));

    [Fact]
    public void Too_many_answer_sets()
    {
        var options = string.Join(',', Enumerable.Range(0, 99).Select(i => $$"""{ "id": "o{{i}}", "label": "L{{i}}", "meaning": "M" }"""));
        var items = string.Join(',', Enumerable.Range(0, 4).Select(i => $$"""{ "id": "i{{i}}", "question": "Q?", "options": [{{options}}] }"""));

        Assert.Equal(
        ["lunch.json:2: items: make more than 4,000,000 answer sets, open items included; write fewer items or options"],
        Lunch.Findings($$"""
            { "id": "big", "version": "1", "title": "Big",
              "items": [{{items}}],
              "paths": [{ "id": "p", "label": "P", "what": "W", "next": "N" }], "rules": [{ "id": "r", "when": {}, "path": "p" }] }
            """));
    }
}
