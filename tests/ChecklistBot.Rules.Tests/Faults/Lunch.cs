using System.Text;

namespace ChecklistBot.Rules.Tests.Faults;

/// <summary>A small sound checklist to put one fault at a time into. Each of its lines has a number that findings name.</summary>
internal static class Lunch
{
    public const string Text = """
        {
          "id": "lunch", "version": "1", "title": "Where do we eat?", "intro": "Two questions.",
          "items": [
            { "id": "weather", "question": "How is the weather?", "help": "Look outside.", "options": [
              { "id": "sunny", "label": "Sunny", "meaning": "Dry and warm." },
              { "id": "rainy", "label": "Rainy", "meaning": "Wet." }] },
            { "id": "hurry", "question": "Are we in a hurry?", "options": [
              { "id": "yes", "label": "In a hurry", "meaning": "Half an hour." },
              { "id": "no", "label": "No hurry", "meaning": "An hour." }] }
          ],
          "flags": [
            { "id": "wet", "label": "Wet feet", "when": { "item": "weather", "in": ["rainy"] } }
          ],
          "paths": [
            { "id": "park", "label": "Park", "what": "Eat outside.", "next": "Take a blanket." },
            { "id": "canteen", "label": "Canteen", "what": "Eat inside.", "next": "Take a tray." }
          ],
          "rules": [
            { "id": "R1", "when": { "any": [{ "flag": "wet" }, { "item": "hurry", "in": ["yes"] }] }, "path": "canteen" },
            { "id": "R2", "when": {}, "path": "park" }
          ],
          "cautions": [
            { "id": "wait", "when": { "all": [{ "path": ["canteen"] }, { "differs": { "item": "weather", "option": "sunny" } }] },
              "text": "The sun may come.", "companion": { "if": { "item": "weather", "option": "sunny" } } },
            { "id": "cream", "when": { "path": ["park"] }, "text": "Use sun cream.", "companion": { "path": "canteen" } }
          ],
          "cases": [
            { "name": "a fine day", "answers": { "weather": "sunny", "hurry": "no" },
              "path": "park", "flags": [] }
          ]
        }
        """;

    /// <summary>What is found after replacing one piece of the text.</summary>
    public static string[] FindingsAfter(string old, string replacement)
    {
        Assert.Equal(2, Text.Split(old).Length);
        return Findings(Text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public static string[] Findings(string text)
    {
        var result = ChecklistFile.Load(Encoding.UTF8.GetBytes(text), "lunch.json");
        Assert.Equal(result.Findings.IsEmpty, result.Checklist is not null);
        return [.. result.Findings.Select(finding => finding.ToString())];
    }
}
