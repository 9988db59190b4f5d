using System.Text.Json;

namespace ChecklistBot.Slack.Tests.Support;

/// <summary>Slack's limits, checked on what is sent and written independently of the renderer (docs.slack.dev, Block Kit).</summary>
internal static class SlackRules
{
    public static IEnumerable<string> BrokenBy(string text, ReadOnlyMemory<byte> blocks)
    {
        using var document = JsonDocument.Parse(blocks);
        var broken = new List<string>();
        var size = text.Length + document.RootElement.GetRawText().Length;
        Check(size <= 12_000, $"{size} characters in all");
        Check(text.Length is > 0 and <= 4_000, $"a text of {text.Length}");
        CheckBlocks(document.RootElement, 50);
        return broken;

        void Check(bool holds, string what)
        {
            if (!holds)
                broken.Add(what);
        }

        void CheckBlocks(JsonElement list, int most)
        {
            Check(list.GetArrayLength() >= 1 && list.GetArrayLength() <= most, $"{list.GetArrayLength()} blocks");
            var ids = new HashSet<string>();
            foreach (var block in list.EnumerateArray())
                CheckBlock(block, ids);
        }

        void CheckBlock(JsonElement block, HashSet<string> ids)
        {
            switch (block.GetProperty("type").GetString())
            {
                case "header":
                    CheckText(block.GetProperty("text"), 150);
                    break;
                case "section":
                    CheckText(block.GetProperty("text"), 3_000);
                    if (block.TryGetProperty("accessory", out var accessory))
                        CheckElement(accessory, ids);
                    break;
                case "context":
                    CheckList(block, 10, element => CheckText(element, 3_000));
                    break;
                case "actions":
                    CheckList(block, 25, element => CheckElement(element, ids));
                    break;
                case "divider":
                    break;
                case var other:
                    Check(false, $"a block of type {other}");
                    break;
            }
        }

        void CheckList(JsonElement block, int most, Action<JsonElement> each)
        {
            var elements = block.GetProperty("elements");
            Check(elements.GetArrayLength() >= 1 && elements.GetArrayLength() <= most, $"{elements.GetArrayLength()} elements");
            foreach (var element in elements.EnumerateArray())
                each(element);
        }

        void CheckElement(JsonElement element, HashSet<string> ids)
        {
            var id = element.GetProperty("action_id").GetString()!;
            Check(id.Length is > 0 and <= 255 && ids.Add(id), $"action_id {id}");
            if (element.GetProperty("type").GetString() == "overflow")
            {
                var options = element.GetProperty("options");
                Check(options.GetArrayLength() is >= 1 and <= 5, $"{options.GetArrayLength()} entries");
                foreach (var option in options.EnumerateArray())
                {
                    CheckText(option.GetProperty("text"), 75);
                    Check(option.GetProperty("value").GetString()!.Length is > 0 and <= 150, "an entry's value");
                }

                return;
            }

            CheckText(element.GetProperty("text"), 75);
            Check(element.GetProperty("value").GetString()!.Length is > 0 and <= 2_000, "a button's value");
            if (element.TryGetProperty("accessibility_label", out var label))
                Check(label.GetString()!.Length is > 0 and <= 75, "an accessibility label");
            if (element.TryGetProperty("confirm", out var confirm))
            {
                CheckText(confirm.GetProperty("title"), 100);
                CheckText(confirm.GetProperty("text"), 300);
                CheckText(confirm.GetProperty("confirm"), 30);
                CheckText(confirm.GetProperty("deny"), 30);
            }
        }

        void CheckText(JsonElement element, int most)
        {
            var value = element.GetProperty("text").GetString()!;
            Check(value.Length > 0 && value.Length <= most, $"a text of {value.Length}, at most {most}");
        }
    }
}
