using System.Globalization;
using System.Text;
using System.Text.Json;
using ChecklistBot.Rules;

namespace ChecklistBot.Teams.Tests.Cards;

/// <summary>Sound checklists that are as large as a file may be in one way or another: what <c>check</c> lets through, every card has to bear.</summary>
internal static class ExtremeChecklists
{
    /// <summary>The longest id that a file may have.</summary>
    private const int LongestId = 64;

    /// <param name="items">How many items.</param>
    /// <param name="options">Of each item.</param>
    /// <param name="extras">So many flags, all raised together, cautions and paths.</param>
    /// <param name="filler">What each text is made of.</param>
    /// <param name="length">Of each text but the labels of options, in UTF-16 units.</param>
    public static CompiledChecklist Make(int items, int options, int extras, string filler, int length)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, items, options, extras, filler, length);
        var loaded = ChecklistFile.Load(stream.ToArray(), "extreme.json");
        return loaded.Checklist ?? throw new InvalidOperationException(string.Join('\n', loaded.Findings.Take(5)));
    }

    public static string Id(string kind, int index)
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        return kind + new string('x', LongestId - kind.Length - number.Length) + number;
    }

    private static void Write(Utf8JsonWriter json, int items, int options, int extras, string filler, int length)
    {
        var text = string.Concat(Enumerable.Repeat(filler, (length / filler.Length) + 1));
        var paths = Math.Clamp(options - 1, 1, extras);
        json.WriteStartObject();
        json.WriteString("id", Id("c", 0));
        json.WriteString("version", "1.0.0");
        json.WriteString("title", text);
        json.WriteString("intro", text);
        List(json, "items", items, item =>
        {
            json.WriteString("id", Id("i", item));
            json.WriteString("question", text);
            json.WriteString("help", text);
            List(json, "options", options, option =>
            {
                json.WriteString("id", Id("o", option));
                json.WriteString("label", Label(filler, option));
                json.WriteString("meaning", text);
            });
        });
        List(json, "flags", extras, flag =>
        {
            json.WriteString("id", Id("f", flag));
            json.WriteString("label", text);
            When(json, options == 1 ? null : Id("o", 0));
        });
        List(json, "paths", paths, path =>
        {
            json.WriteString("id", Id("p", path));
            json.WriteString("label", text);
            json.WriteString("what", text);
            json.WriteString("next", text);
        });
        List(json, "rules", paths, rule =>
        {
            json.WriteString("id", Id("r", rule));
            When(json, rule == paths - 1 ? null : Id("o", rule));
            json.WriteString("path", Id("p", rule));
        });
        List(json, "cautions", extras, caution =>
        {
            json.WriteString("id", Id("a", caution));
            When(json, null);
            json.WriteString("text", text);
        });
        json.WriteStartArray("cases");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>As many characters as a label may have, another one for each option.</summary>
    private static string Label(string filler, int option)
    {
        var number = option.ToString(CultureInfo.InvariantCulture);
        var label = new StringBuilder(number);
        foreach (var rune in Enumerable.Repeat(filler, OptionDefinition.LongestLabel).SelectMany(part => part.EnumerateRunes()).Take(OptionDefinition.LongestLabel - number.Length))
            label.Append(rune.ToString());
        return label.ToString();
    }

    /// <summary>When the first item has that option; always when there is none.</summary>
    private static void When(Utf8JsonWriter json, string? option)
    {
        json.WriteStartObject("when");
        if (option is not null)
        {
            json.WriteString("item", Id("i", 0));
            json.WriteStartArray("in");
            json.WriteStringValue(option);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, int count, Action<int> write)
    {
        json.WriteStartArray(name);
        for (var index = 0; index < count; index++)
        {
            json.WriteStartObject();
            write(index);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
