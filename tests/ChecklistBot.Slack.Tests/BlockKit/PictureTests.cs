using System.Net;
using System.Text;
using System.Text.Json;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.BlockKit;

/// <summary>
/// Draws every message and modal on one page, roughly as Slack does, so that a person can look at them:
/// <c>BlockKit/obj/pictures.html</c>.
/// </summary>
public sealed class PictureTests
{
    private const string Style =
        """
        body{font:15px/1.45 Lato,Arial,sans-serif;background:#fff;color:#1d1c1d;margin:24px;display:grid;grid-template-columns:repeat(auto-fill,minmax(560px,1fr));gap:24px;align-items:start}
        article{border:1px solid #ddd;border-radius:8px;padding:12px 16px} h1{font-size:11px;color:#777;margin:0 0 8px} h2{font-size:18px;margin:6px 0}
        .context{font-size:12px;color:#616061;white-space:pre-wrap;margin:4px 0} .section{display:flex;gap:12px;margin:8px 0;white-space:pre-wrap} .section>span{flex:1}
        button{font:bold 13px Lato,Arial;border:1px solid #bbb;border-radius:4px;background:#fff;padding:5px 10px;margin:3px 6px 3px 0;white-space:nowrap;align-self:start}
        button.primary{background:#007a5a;color:#fff} button.danger{background:#e01e5a;color:#fff} hr{border:0;border-top:1px solid #ddd} pre{background:#f8f8f8;border:1px solid #ddd;padding:8px;margin:0;white-space:pre-wrap}
        """;

    [Fact]
    public async Task Every_block_that_the_bot_sends_can_be_drawn()
    {
        var page = new StringBuilder("<!doctype html><meta charset=utf-8><title>Slack</title><style>").Append(Style).Append("</style>");
        foreach (var (name, card) in SampleCards.All)
        {
            foreach (var message in CardRenderer.RenderAll(card))
                Draw(page, name, message.Blocks);
        }

        Draw(page, "modal-answers", AnswerFormModal.Render(SampleCards.Form(2), Modals.Context));
        Draw(page, "modal-confirm", SmallModals.Confirm(SampleCards.More.Menu[3].Confirmation!, Modals.Context));
        Draw(page, "modal-input", SmallModals.Ask("Rename", SampleCards.More.Menu[1].Input!, Modals.Context));

        Assert.DoesNotContain("cannot draw", page.ToString(), StringComparison.Ordinal);
        var folder = Path.Combine(Repository.Tests, "BlockKit", "obj");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "pictures.html"), page.ToString(), TestContext.Current.CancellationToken);
    }

    private static void Draw(StringBuilder page, string name, ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        page.Append("<article><h1>").Append(name).Append("</h1>");
        if (root.ValueKind == JsonValueKind.Object)
        {
            page.Append("<h2>").Append(Words(root.GetProperty("title"))).Append("</h2>");
            Draw(page, root.GetProperty("blocks"));
            page.Append("<hr><button>").Append(Words(root.GetProperty("close"))).Append("</button>");
            if (root.TryGetProperty("submit", out var submit))
                page.Append("<button class=primary>").Append(Words(submit)).Append("</button>");
        }
        else
        {
            Draw(page, root);
        }

        page.Append("</article>");
    }

    private static void Draw(StringBuilder page, JsonElement blocks)
    {
        foreach (var block in blocks.EnumerateArray())
        {
            switch (block.GetProperty("type").GetString())
            {
                case "header":
                    page.Append("<h2>").Append(Words(block.GetProperty("text"))).Append("</h2>");
                    break;
                case "divider":
                    page.Append("<hr>");
                    break;
                case "context":
                    page.Append("<div class=context>").AppendJoin(' ', block.GetProperty("elements").EnumerateArray().Select(Words)).Append("</div>");
                    break;
                case "actions":
                    page.Append("<div>").AppendJoin("", block.GetProperty("elements").EnumerateArray().Select(Element)).Append("</div>");
                    break;
                case "section":
                    page.Append("<div class=section><span>").Append(Words(block.GetProperty("text"))).Append("</span>")
                        .Append(block.TryGetProperty("accessory", out var accessory) ? Element(accessory) : "").Append("</div>");
                    break;
                case "input":
                    page.Append("<div class=section><span><b>").Append(Words(block.GetProperty("label"))).Append("</b>\n").Append(Field(block.GetProperty("element")))
                        .Append(block.TryGetProperty("hint", out var hint) ? $"<span class=context>{Words(hint)}</span>" : "").Append("</span></div>");
                    break;
                case var other:
                    page.Append("cannot draw ").Append(other);
                    break;
            }
        }
    }

    private static string Element(JsonElement element) => element.GetProperty("type").GetString() switch
    {
        "button" => $"<button class=\"{(element.TryGetProperty("style", out var style) ? style.GetString() : "")}\">{Words(element.GetProperty("text"))}</button>",
        "overflow" => $"<button title=\"{string.Join(", ", Options(element))}\">⋯</button><small class=context>{string.Join(" | ", Options(element))}</small>",
        var other => "cannot draw " + other,
    };

    private static string Field(JsonElement element) => element.GetProperty("type").GetString() switch
    {
        "radio_buttons" or "static_select" => string.Join('\n', element.GetProperty("options").EnumerateArray().Select(option =>
            (element.TryGetProperty("initial_option", out var chosen) && chosen.GetProperty("value").ValueEquals(option.GetProperty("value").GetString()) ? "◉ " : "○ ")
            + Words(option.GetProperty("text"))
            + (option.TryGetProperty("description", out var meaning) ? $"\n   <small>{Words(meaning)}</small>" : ""))) + "\n",
        "plain_text_input" => $"[ {(element.TryGetProperty("initial_value", out var value) ? WebUtility.HtmlEncode(value.GetString()) : "")} ]\n",
        var other => "cannot draw " + other,
    };

    private static IEnumerable<string> Options(JsonElement element) => element.GetProperty("options").EnumerateArray().Select(option => Words(option.GetProperty("text")));

    /// <summary>Literal for plain text; for mrkdwn the few signs that the bot uses.</summary>
    private static string Words(JsonElement text)
    {
        var value = text.GetProperty("text").GetString()!;
        if (text.GetProperty("type").GetString() == "plain_text")
            return WebUtility.HtmlEncode(value);
        if (value.StartsWith("```", StringComparison.Ordinal))
            return $"<pre>{value.Trim('`', '\n')}</pre>";
        value = System.Text.RegularExpressions.Regex.Replace(value, @"<(https?://[^|>]+)\|([^>]*)>", "<a href=\"$1\">$2</a>");
        return System.Text.RegularExpressions.Regex.Replace(value, @"\*([^*]+)\*", "<b>$1</b>");
    }
}
