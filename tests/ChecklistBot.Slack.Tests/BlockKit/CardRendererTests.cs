using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Slack.WebApi;
using CsCheck;

namespace ChecklistBot.Slack.Tests.BlockKit;

public sealed class CardRendererTests
{
    public static TheoryData<string> Cards => new(SampleCards.All.Keys);

    [Theory, MemberData(nameof(Cards))]
    public void Every_card_keeps_every_limit(string name) => IsWithinLimits(CardRenderer.Render(SampleCards.All[name]));

    [Fact]
    public void A_card_of_any_size_keeps_every_limit() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[20, 4000]).Sample(
            (items, length) => IsWithinLimits(CardRenderer.Render(SampleCards.Longest(items, length))), iter: 60);

    [Fact]
    public void Texts_of_any_characters_keep_every_limit() =>
        Gen.String[Gen.Char["ab &<>\"\\*_~`:\n|👩‍👩‍👧é"], 1, 200].Sample(
            text => IsWithinLimits(CardRenderer.Render(SampleCards.Live(text))), iter: 200);

    [Fact]
    public void A_card_that_is_too_long_loses_names_first_then_help_then_answered_lines_and_never_buttons()
    {
        var wanted = Buttons(CardRenderer.Render(SampleCards.Live("x")));
        var losses = new List<string>();
        for (var length = 20; length <= 4000; length += 20)
        {
            var drawn = Text(CardRenderer.Render(SampleCards.Longest(6, length)));
            var state = string.Concat(
                drawn.Contains("and 12 more", StringComparison.Ordinal) ? "names " : "",
                drawn.Contains("Rework for our team: ", StringComparison.Ordinal) ? "help " : "",
                drawn.Contains("You differ", StringComparison.Ordinal) ? "lines " : "");
            if (losses.LastOrDefault() != state)
                losses.Add(state);
            Assert.Superset(wanted, Buttons(CardRenderer.Render(SampleCards.Longest(6, length))));
        }

        Assert.Equal(["names help lines ", "help lines ", "lines ", ""], losses);
    }

    [Fact]
    public void A_title_that_formats_or_mentions_is_drawn_literally()
    {
        var message = CardRenderer.Render(SampleCards.Live(SampleCards.Hostile));
        using var blocks = JsonDocument.Parse(message.Blocks);
        var header = blocks.RootElement[0].GetProperty("text");
        Assert.Equal(("plain_text", $"#3 {SampleCards.Hostile}"), (header.GetProperty("type").GetString(), header.GetProperty("text").GetString()));
        // But for emoji, which Slack hands over by name.
        Assert.True(header.GetProperty("emoji").GetBoolean());
    }

    [Theory, MemberData(nameof(Cards))]
    public void Nothing_that_pings_or_links_leaves_as_markup(string name)
    {
        var message = CardRenderer.Render(SampleCards.All[name]);
        Assert.DoesNotContain('<', message.Text);
        using var blocks = JsonDocument.Parse(message.Blocks);
        foreach (var text in Texts(blocks.RootElement).Where(text => text.GetProperty("type").GetString() == "mrkdwn"))
        {
            Assert.True(text.GetProperty("verbatim").GetBoolean());
            var brackets = text.GetProperty("text").GetString()!.Split('<').Skip(1);
            Assert.All(brackets, bracket => Assert.StartsWith("https://example.slack.com/", bracket, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_text_says_what_the_blocks_say()
    {
        var text = CardRenderer.Render(SampleCards.All["live"]).Text;
        Assert.All(
            new[]
            {
                "CRM to accounting", "2 of 6 answered", "Real time required", "Agreed: Moves in real time (Ann, Ben)",
                "You differ: Can wait minutes 7 (Ann, Ben, Dee, Eve, Fay and 2 more) / Can wait hours 1 (Chi)", "Item 3 of 6: What happens",
                "Rework for our team", "So far: Customers or money hit: Ann",
            },
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void An_options_button_names_item_and_option_and_carries_the_cores_action()
    {
        using var blocks = JsonDocument.Parse(CardRenderer.Render(SampleCards.All["live"]).Blocks);
        var button = Elements(blocks.RootElement).First(element => element.GetProperty("action_id").GetString()!.StartsWith("answer:error-cost:medium", StringComparison.Ordinal));
        Assert.Equal("a~0000000000000000000003~error-cost~medium", button.GetProperty("value").GetString());
        Assert.Equal("Rework for our team", button.GetProperty("text").GetProperty("text").GetString());
        Assert.Equal("Rework for our team. Medium: someone has to do work again.", button.GetProperty("accessibility_label").GetString());
    }

    [Fact]
    public void A_long_document_goes_on_in_the_next_message_and_nothing_is_lost()
    {
        var content = string.Concat(Enumerable.Range(0, 700).Select(line => $"- line {line}: some & more words <here>\n"));
        var messages = CardRenderer.RenderAll(SampleCards.Document(content));
        Assert.True(messages.Length > 2);
        Assert.All(messages, IsWithinLimits);
        var drawn = string.Concat(messages.Select(Text));
        Assert.All(Enumerable.Range(0, 700), line => Assert.Contains($"- line {line}: some & more words <here>", drawn, StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_with_a_fence_of_its_own_stays_whole() =>
        Assert.Contains("```sql", Text(CardRenderer.Render(SampleCards.Document("a\n```sql\nselect 1\n```\n"))), StringComparison.Ordinal);

    [Fact]
    public void A_card_without_blocks_shows_its_summary() =>
        IsWithinLimits(CardRenderer.Render(SampleCards.Reply() with { Blocks = ImmutableArray<CardBlock>.Empty }));

    internal static void IsWithinLimits(SlackMessage message) => Assert.Empty(SlackRules.BrokenBy(message.Text, message.Blocks));

    /// <summary>All words of the blocks, as people see them.</summary>
    private static string Text(SlackMessage message)
    {
        using var blocks = JsonDocument.Parse(message.Blocks);
        var words = new StringBuilder();
        foreach (var text in Texts(blocks.RootElement))
        {
            var value = text.GetProperty("text").GetString()!;
            words.Append(text.GetProperty("type").GetString() == "mrkdwn" ? Protocol.SlackTextOf(value) : value).Append('\n');
        }

        return words.ToString();
    }

    private static HashSet<string> Buttons(SlackMessage message)
    {
        using var blocks = JsonDocument.Parse(message.Blocks);
        return [.. Elements(blocks.RootElement).Select(element => element.GetProperty("action_id").GetString()!.Split(':') is ["tap" or "form", ..]
            ? element.GetProperty("text").GetProperty("text").GetString()!
            : element.GetProperty("action_id").GetString()!.Split(':')[0]).Where(label => !label.StartsWith("Go to", StringComparison.Ordinal))];
    }

    private static IEnumerable<JsonElement> Elements(JsonElement blocks) => blocks.EnumerateArray().SelectMany(block =>
        block.GetProperty("type").GetString() == "actions" ? block.GetProperty("elements").EnumerateArray() : Enumerable.Empty<JsonElement>());

    private static IEnumerable<JsonElement> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.GetString() is "mrkdwn" or "plain_text" => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    private static class Protocol
    {
        public static string SlackTextOf(string markup) => Slack.Protocol.SlackText.Unescape(markup);
    }
}
