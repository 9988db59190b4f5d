namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>Checklists made for one rule each.</summary>
internal static class SmallChecklists
{
    /// <summary>One item with two options, each with a path of its own.</summary>
    public static Checklists WithOptionsCalled(string first, string second) => Checklists.Of($$"""
        { "id": "small", "version": "1", "title": "Small?", "intro": "",
          "items": [ { "id": "choice", "question": "Which?", "help": "", "options": [
            { "id": "{{first}}", "label": "{{first}}", "meaning": "The first." },
            { "id": "{{second}}", "label": "{{second}}", "meaning": "The second." } ] } ],
          "flags": [],
          "paths": [
            { "id": "one", "label": "Path one", "what": "One.", "next": "Do one." },
            { "id": "two", "label": "Path two", "what": "Two.", "next": "Do two." } ],
          "rules": [
            { "id": "r1", "when": { "item": "choice", "in": ["{{first}}"] }, "path": "one" },
            { "id": "r2", "when": {}, "path": "two" } ],
          "cautions": [], "cases": [] }
        """);
}
