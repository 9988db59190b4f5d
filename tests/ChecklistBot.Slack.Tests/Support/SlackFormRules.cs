using System.Text.Json;

namespace ChecklistBot.Slack.Tests.Support;

/// <summary>Slack's limits of a modal, checked on what is sent and written independently of what draws it (docs.slack.dev, "Modals" and Block Kit).</summary>
internal static class SlackFormRules
{
    public static IEnumerable<string> BrokenBy(ReadOnlyMemory<byte> view)
    {
        var broken = new List<string>();
        using var document = JsonDocument.Parse(view);
        var root = document.RootElement;
        Check(view.Length <= 250_000, $"a view of {view.Length} bytes");
        foreach (var name in (string[])["title", "submit", "close"])
            Text(root.GetProperty(name), 24);
        Check(root.GetProperty("private_metadata").GetString()!.Length <= 3_000, "metadata that are too long");
        Check(root.GetProperty("blocks").GetArrayLength() is >= 1 and <= 100, "the number of blocks");
        foreach (var block in root.GetProperty("blocks").EnumerateArray())
        {
            Check(block.GetProperty("block_id").GetString()!.Length is > 0 and <= 255, "a block_id");
            Text(block.GetProperty("label"), 2_000);
            if (block.TryGetProperty("hint", out var hint))
                Text(hint, 2_000);
            Element(block.GetProperty("element"));
        }

        return broken;

        void Element(JsonElement element)
        {
            var most = element.GetProperty("type").GetString() == "radio_buttons" ? 10 : 100;
            var options = element.GetProperty("options").EnumerateArray().ToList();
            Check(options.Count >= 1 && options.Count <= most, $"{options.Count} options");
            foreach (var option in options)
            {
                Text(option.GetProperty("text"), 75);
                Check(option.GetProperty("value").GetString()!.Length is > 0 and <= 150, "a value");
                if (option.TryGetProperty("description", out var description))
                    Text(description, 75);
            }

            // What is chosen at first must be among them, word for word.
            if (element.TryGetProperty("initial_option", out var initial))
                Check(options.Exists(option => option.GetRawText() == initial.GetRawText()), "an initial option that is none of the options");
        }

        void Text(JsonElement element, int most) =>
            Check(element.GetProperty("text").GetString()!.Length is > 0 and var length && length <= most, $"a text longer than {most}");

        void Check(bool holds, string what)
        {
            if (!holds)
                broken.Add(what);
        }
    }
}
