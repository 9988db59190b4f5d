using System.Text;

namespace ChecklistBot.Rules.Tests.Faults;

public sealed class ShapeFaultTests
{
    [Fact]
    public void The_checklist_without_a_fault_is_sound() => Assert.Empty(Lunch.Findings(Lunch.Text));

    [Fact]
    public void Comments_and_trailing_commas_are_allowed() =>
        Assert.Empty(Lunch.FindingsAfter("""  "cautions": [""", """  /* advice */ "cautions": [ // all of it"""));

    [Fact]
    public void Broken_JSON() => Assert.Equal(
        ["x"],
        Lunch.FindingsAfter(""" "flags": [""", """ "flags": [,"""));

    [Fact]
    public void JSON_that_ends_too_early() => Assert.Equal(["x"], Lunch.Findings(Lunch.Text[..^30]));

    [Fact]
    public void Something_after_the_end() => Assert.Equal(["x"], Lunch.Findings(Lunch.Text + "\n{}"));

    [Fact]
    public void An_empty_file() => Assert.Equal(["x"], Lunch.Findings(""));

    [Fact]
    public void A_file_that_is_no_object() => Assert.Equal(["x"], Lunch.Findings("[]"));

    [Fact]
    public void Bytes_that_are_not_UTF_8()
    {
        byte[] bytes = [.. "{\n  \"id\": \""u8, 0xFF, .. "\" }"u8];

        Assert.Equal(["x"], ChecklistFile.Load(bytes, "lunch.json").Findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void Half_a_surrogate_pair() => Assert.Equal(["x"], Lunch.FindingsAfter("Wet feet", "Wet \\ud83d feet"));

    [Fact]
    public void A_byte_order_mark_is_no_fault() => Assert.Empty(Lunch.Findings("\uFEFF" + Lunch.Text));

    [Fact]
    public void A_file_of_more_than_a_megabyte() => Assert.Equal(["x"], Lunch.Findings(Lunch.Text + new string('\n', ChecklistFile.Largest)));

    [Fact]
    public void Conditions_nested_too_deep()
    {
        var deep = new StringBuilder().Insert(0, """{ "not": """, 100).Append("{}").Append('}', 100).ToString();

        Assert.Equal(["x"], Lunch.FindingsAfter("""{ "flag": "wet" }""", deep));
    }

    [Fact]
    public void An_unknown_property() => Assert.Equal(["x"], Lunch.FindingsAfter("\"meaning\": \"Wet.\"", "\"meaning\": \"Wet.\", \"colour\": \"grey\""));

    [Fact]
    public void A_mistyped_property_is_told_its_name_and_missed() =>
        Assert.Equal(["x"], Lunch.FindingsAfter("\"meaning\": \"Wet.\"", "\"mening\": \"Wet.\""));

    [Fact]
    public void A_property_given_twice() => Assert.Equal(["x"], Lunch.FindingsAfter("\"label\": \"Rainy\"", "\"label\": \"Rainy\", \"label\": \"Wet\""));

    [Fact]
    public void A_missing_text() => Assert.Equal(["x"], Lunch.FindingsAfter(", \"next\": \"Take a tray.\"", ""));

    [Fact]
    public void A_missing_condition() => Assert.Equal(["x"], Lunch.FindingsAfter("\"when\": {}, ", ""));

    [Fact]
    public void A_missing_id() => Assert.Equal(["x"], Lunch.FindingsAfter("\"id\": \"park\", ", ""));

    [Fact]
    public void A_list_that_is_missing() => Assert.Equal(["x"], Lunch.Findings("{ \"id\": \"lunch\", \"version\": \"1\", \"title\": \"Lunch\" }"));

    [Fact]
    public void A_number_where_a_text_belongs() => Assert.Equal(["x"], Lunch.FindingsAfter("\"version\": \"1\"", "\"version\": 1"));

    [Fact]
    public void A_text_where_a_list_belongs() => Assert.Equal(["x"], Lunch.FindingsAfter("\"in\": [\"rainy\"]", "\"in\": \"rainy\""));

    [Fact]
    public void A_text_where_an_object_belongs() => Assert.Equal(["x"], Lunch.FindingsAfter("\"when\": {}", "\"when\": \"always\""));

    [Fact]
    public void An_empty_text() => Assert.Equal(["x"], Lunch.FindingsAfter("\"Take a tray.\"", "\" \""));

    [Fact]
    public void An_id_that_comes_twice() => Assert.Equal(["x"], Lunch.FindingsAfter("\"id\": \"R2\"", "\"id\": \"R1\""));

    [Fact]
    public void An_option_id_that_comes_twice_in_its_item() => Assert.Equal(["x"], Lunch.FindingsAfter("\"id\": \"yes\"", "\"id\": \"no\""));

    [Fact]
    public void An_id_that_is_no_id() => Assert.Equal(["x"], Lunch.FindingsAfter("\"id\": \"lunch\"", "\"id\": \"our lunch: \\n today\""));

    [Fact]
    public void A_checklist_without_items() => Assert.Equal(["x"], Lunch.Findings("""
        { "id": "a", "version": "1", "title": "T", "items": [],
          "paths": [{ "id": "p", "label": "P", "what": "W", "next": "N" }], "rules": [{ "id": "r", "when": {}, "path": "p" }] }
        """));

    [Fact]
    public void An_item_without_options() => Assert.Equal(["x"], Lunch.FindingsAfter("""
        { "id": "hurry", "question": "Are we in a hurry?", "options": [
              { "id": "yes", "label": "In a hurry", "meaning": "Half an hour." },
              { "id": "no", "label": "No hurry", "meaning": "An hour." }] }
        """.Trim(), """{ "id": "hurry", "question": "Are we in a hurry?", "options": [] }"""));

    [Fact]
    public void A_label_longer_than_24_characters()
    {
        Assert.Empty(Lunch.FindingsAfter("\"label\": \"Sunny\"", $"\"label\": \"{new string('é', 24)}\""));
        Assert.Equal(["x"], Lunch.FindingsAfter("\"label\": \"Sunny\"", $"\"label\": \"{new string('é', 25)}\""));
    }

    [Fact]
    public void A_condition_of_several_kinds() =>
        Assert.Equal(["x"], Lunch.FindingsAfter("""{ "flag": "wet" }""", """{ "flag": "wet", "not": {} }"""));

    [Fact]
    public void An_item_test_without_its_options() =>
        Assert.Equal(["x"], Lunch.FindingsAfter("""{ "item": "hurry", "in": ["yes"] }""", """{ "item": "hurry" }"""));

    [Fact]
    public void A_condition_with_no_parts() => Assert.Equal(["x"], Lunch.FindingsAfter("""{ "path": ["park"] }""", """{ "path": [] }"""));

    [Fact]
    public void A_companion_that_is_two_paths() =>
        Assert.Equal(["x"], Lunch.FindingsAfter("""{ "path": "canteen" }""", """{ "path": "canteen", "if": { "item": "hurry", "option": "yes" } }"""));

    [Fact]
    public void Too_many_answer_sets()
    {
        var options = string.Join(',', Enumerable.Range(0, 99).Select(i => $$"""{ "id": "o{{i}}", "label": "L", "meaning": "M" }"""));
        var items = string.Join(',', Enumerable.Range(0, 4).Select(i => $$"""{ "id": "i{{i}}", "question": "Q?", "options": [{{options}}] }"""));

        Assert.Equal(["x"], Lunch.Findings($$"""
            { "id": "big", "version": "1", "title": "Big",
              "items": [{{items}}],
              "paths": [{ "id": "p", "label": "P", "what": "W", "next": "N" }], "rules": [{ "id": "r", "when": {}, "path": "p" }] }
            """));
    }
}
