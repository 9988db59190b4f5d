namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>Checklists made for one rule each.</summary>
internal static class SmallChecklists
{
    /// <summary>One item with two options, each with a path of its own.</summary>
    public static Checklists WithOptionsCalled(string first, string second) => Checklists.Of(Written([Item("choice", "Which?", [first, second])], first));

    /// <summary>The same with labels that are not their ids.</summary>
    public static Checklists WithOptionsLabelled(string first, string second)
    {
        var json = Written([Item("choice", "Which?", ["one", "two"])], "one");
        return Checklists.Of(json
            .Replace("\"label\": \"one\"", $"\"label\": \"{first}\"", StringComparison.Ordinal)
            .Replace("\"label\": \"two\"", $"\"label\": \"{second}\"", StringComparison.Ordinal));
    }

    /// <summary>One item with many options; the first has a path of its own.</summary>
    public static Checklists WithManyOptions(int count) =>
        Checklists.Of(Written([Item("choice", "Which?", [.. Enumerable.Range(1, count).Select(option => $"way-{option}")])], "way-1"));

    /// <summary>One item that decides and others that nobody needs.</summary>
    public static Checklists WithItemsForTheRecord(int count) => Checklists.Of(Written(
        [Item("choice", "Which?", ["left", "right"]), .. Enumerable.Range(1, count).Select(item => Item($"item-{item}", $"And {item}?", ["fine"]))],
        "left"));

    /// <summary>Path one by "yes" to two items, or by one of two options of a third.</summary>
    public static Checklists WithTwoWaysToPathOne() => Checklists.Of(Written(
        [Item("first", "First?", ["yes", "no"]), Item("second", "Second?", ["yes", "no"]), Item("third", "Third?", ["left", "right", "neither"])],
        """{ "any": [ { "all": [ { "item": "first", "in": ["yes"] }, { "item": "second", "in": ["yes"] } ] }, { "item": "third", "in": ["left", "right"] } ] }""",
        isCondition: true));

    private static string Written(IEnumerable<string> items, string first, bool isCondition = false) => $$"""
        { "id": "small", "version": "1", "title": "Small?", "intro": "",
          "items": [ {{string.Join(',', items)}} ],
          "flags": [],
          "paths": [
            { "id": "one", "label": "Path one", "what": "One.", "next": "Do one." },
            { "id": "two", "label": "Path two", "what": "Two.", "next": "Do two." } ],
          "rules": [
            { "id": "r1", "when": {{(isCondition ? first : $$"""{ "item": "choice", "in": ["{{first}}"] }""")}}, "path": "one" },
            { "id": "r2", "when": {}, "path": "two" } ],
          "cautions": [], "cases": [] }
        """;

    private static string Item(string id, string question, IEnumerable<string> options) => $$"""
        { "id": "{{id}}", "question": "{{question}}", "help": "", "options": [
          {{string.Join(',', options.Select(option => $$"""{ "id": "{{option}}", "label": "{{option}}", "meaning": "It is {{option}}." }"""))}} ] }
        """;
}
