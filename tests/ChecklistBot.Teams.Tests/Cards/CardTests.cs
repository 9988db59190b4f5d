using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Teams.AdaptiveCards;
using ChecklistBot.Teams.Channel;
using ChecklistBot.Teams.Connector;
using ChecklistBot.Teams.Tests.Fakes;

namespace ChecklistBot.Teams.Tests.Cards;

/// <summary>Vectors D1 and D2: every card of every state, as Teams receives it.</summary>
public class CardTests
{
    public static TheoryData<string> Neutral => [.. CardCatalogue.All.Keys];

    public static TheoryData<string> Names => [.. CardCatalogue.Rendered.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task D1_Every_card_is_valid_by_the_official_schema(string name) =>
        Assert.Equal("", await CardSchemas.FindingsAsync(Rendered(name)));

    [Fact]
    public async Task D1_The_schema_would_find_a_fault()
    {
        var card = Rendered("live-split");
        card["body"]![0]!["txet"] = "wrong";

        Assert.NotEqual("", await CardSchemas.FindingsAsync(card));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void D1_Every_card_has_a_version_a_fallback_text_a_language_and_room_to_spare(string name)
    {
        var rendered = CardCatalogue.Rendered[name];
        var card = Rendered(name);

        Assert.True(CardBudget.Holds(rendered));
        Assert.InRange(rendered.Length, 1, 15_000);
        Assert.Equal("1.4", card["version"]!.GetValue<string>());
        Assert.NotEmpty(card["fallbackText"]!.GetValue<string>());
        Assert.Equal("en", card["lang"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_wraps_every_input_has_a_label_and_every_id_is_there_once(string name)
    {
        var elements = Nodes(Rendered(name)).OfType<JsonObject>().ToList();
        var inputs = elements.Where(element => TypeOf(element).StartsWith("Input.", StringComparison.Ordinal)).ToList();

        Assert.All(elements.Where(element => TypeOf(element) == "TextBlock"), text => Assert.True(text["wrap"]!.GetValue<bool>()));
        Assert.All(inputs, input => Assert.NotEmpty(input["label"]!.GetValue<string>()));
        Assert.Equal(inputs.Count, inputs.Select(input => input["id"]!.GetValue<string>()).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_Execute_has_a_fallback_for_clients_that_do_not_know_it_and_rows_stay_within_five(string name)
    {
        var elements = Nodes(Rendered(name)).OfType<JsonObject>().ToList();

        Assert.All(elements.Where(element => TypeOf(element) == "Action.Execute"), action =>
            Assert.Contains(TypeOf(action["fallback"]!.AsObject()), (string[])["Action.Submit", "Action.ShowCard"]));
        Assert.All(elements.Where(element => TypeOf(element) == "ActionSet"), row => Assert.InRange(row["actions"]!.AsArray().Count, 1, 5));
    }

    [Theory]
    [MemberData(nameof(Neutral))]
    public void Every_button_of_the_neutral_card_is_drawn(string name)
    {
        var buttons = CardCatalogue.All[name].Blocks.SelectMany(block => block switch
        {
            ButtonsBlock row => row.Buttons.AsEnumerable(),
            FocusBlock focus => focus.Options,
            ItemLineBlock { Focus: { } focus } => [focus],
            _ => [],
        });
        var carried = Nodes(Rendered(name)).OfType<JsonObject>()
            .Select(element => (element["data"] as JsonObject)?[TeamsAction.ActionField]?.GetValue<string>())
            .ToHashSet();

        Assert.All(buttons, button => Assert.Contains(button.Action, carried));
    }

    public static TheoryData<string> Samples => [.. SampleCards.Golden.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_kind_of_block_looks_as_it_did(string name)
    {
        Assert.Equal("", await CardSchemas.FindingsAsync(JsonNode.Parse(SampleCards.Golden[name])!));
        GoldenFile.Compare($"{name}.json", TeamsCardPreview.Indent(SampleCards.Golden[name]));
    }

    [Fact]
    public void An_options_button_carries_verb_item_and_option()
    {
        var answers = Nodes(Rendered("live-new")).OfType<JsonObject>().Where(element => element["verb"]?.GetValueKind() == JsonValueKind.String
            && element["verb"]!.GetValue<string>() == "answer" && TypeOf(element) == "Action.Execute").ToList();

        Assert.Equal(5, answers.Count);
        Assert.All(answers, answer => Assert.Equal("frequency", answer["data"]!["item"]!.GetValue<string>()));
        Assert.Equal(["real-time", "hourly", "nightly", "less-often", "not-sure"], answers.Select(answer => answer["data"]!["option"]!.GetValue<string>()));
        Assert.All(answers, answer => Assert.Equal(answer["data"]!["option"]!.GetValue<string>(), answer["fallback"]!["data"]!["option"]!.GetValue<string>()));
        Assert.All(answers, answer => Assert.Equal("answer", answer["fallback"]!["data"]!["verb"]!.GetValue<string>()));
    }

    [Fact]
    public void A_line_is_tapped_as_a_whole_to_bring_its_item_into_focus()
    {
        var line = Nodes(Rendered("live-split")).OfType<JsonObject>().First(element => element["selectAction"] is not null);

        Assert.Equal("Action.Execute", TypeOf(line["selectAction"]!.AsObject()));
        Assert.Equal("Go to item 2", line["selectAction"]!["title"]!.GetValue<string>());
    }

    [Fact]
    public void Answer_all_opens_a_dialog()
    {
        var button = Nodes(Rendered("live-new")).OfType<JsonObject>().Single(element => element["title"]?.ToString() == "Answer all");

        Assert.Equal("Action.Submit", TypeOf(button));
        Assert.Equal("task/fetch", button["data"]!["msteams"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public void D2_What_people_type_never_becomes_a_mention_a_link_a_list_or_emphasis()
    {
        var text = string.Join('\n', Nodes(Rendered("live-hostile")).OfType<JsonObject>()
            .Where(element => TypeOf(element) == "TextBlock")
            .Select(element => element["text"]!.GetValue<string>()));

        Assert.DoesNotContain("<at>", text, StringComparison.Ordinal);
        Assert.Contains("\\[free\\](https", text, StringComparison.Ordinal);
        Assert.Contains("\\*\\*now\\*\\*", text, StringComparison.Ordinal);
        Assert.Contains("\\_x\\_", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3. things", "3\\. things")]
    [InlineData("12) things", "12\\) things")]
    [InlineData("- things", "\\- things")]
    [InlineData("# things", "\\# things")]
    [InlineData("#3 things", "#3 things")]
    [InlineData("---", "\\---")]
    [InlineData("-5 degrees", "-5 degrees")]
    [InlineData("> things", "\\> things")]
    [InlineData("a-b 3.5", "a-b 3.5")]
    [InlineData("a\r\nb\u0000", "a  b ")]
    [InlineData("", "")]
    public void D2_What_begins_like_a_list_or_a_heading_stays_text(string text, string escaped) =>
        Assert.Equal(escaped, MarkdownText.Escape(text));

    [Fact]
    public void A_card_over_its_budget_loses_names_then_help_then_lines_and_never_a_button()
    {
        var card = CardCatalogue.Crowd(60).Live;
        var rendered = AdaptiveCardRenderer.Render(card);
        var json = Encoding.UTF8.GetString(rendered);

        Assert.True(CardBudget.Holds(rendered));
        foreach (var button in card.Blocks.OfType<FocusBlock>().Single().Options.Concat(card.Blocks.OfType<ButtonsBlock>().SelectMany(row => row.Buttons)))
        {
            Assert.Contains(button.Action, json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_longest_texts_still_fit()
    {
        var line = string.Concat(Enumerable.Repeat("\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 ", 4000));
        var card = CardCatalogue.All["recommendation"] with
        {
            Blocks = [new HeadingBlock(line), .. Enumerable.Repeat(new SectionBlock(line, [line, line]), 12), new DocumentBlock("a.md", "text/markdown", line)],
        };

        Assert.True(CardBudget.Holds(AdaptiveCardRenderer.Render(card)));
    }

    /// <summary>The longest a title may be in bytes, in JSON's escapes, and in characters.</summary>
    [Theory]
    [InlineData("界\u0301\u0302\u0303\u0304")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("😀")]
    [InlineData("*")]
    public void A_page_of_the_longest_titles_fits_and_names_each(string character)
    {
        var title = Assessments.Commands.Title.From(string.Concat(Enumerable.Repeat(character, 80)))!.Text;
        var rendered = AdaptiveCardRenderer.Render(CardCatalogue.Register(title));

        Assert.True(CardBudget.Holds(rendered));
        Assert.InRange(ConnectorBody.Message(CardCatalogue.Register(title)).Length, 1, 40_000);
        var json = Encoding.UTF8.GetString(rendered);
        for (var number = 2; number <= 11; number++)
            Assert.Contains($"\"#{number} ", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_does_not_fit_ends_at_a_line_and_says_so()
    {
        var content = string.Join('\n', Enumerable.Range(1, 5000).Select(number => $"line {number}"));
        var card = CardCatalogue.All["record"] with { Blocks = [new DocumentBlock("all.csv", "text/csv", content)] };
        var rendered = JsonNode.Parse(AdaptiveCardRenderer.Render(card))!;
        var shown = rendered["body"]![0]!["value"]!.GetValue<string>();

        Assert.StartsWith(shown + "\n", content, StringComparison.Ordinal);
        Assert.Contains("Only the beginning", rendered["body"]![1]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_preview_is_the_same_card_with_room_to_read()
    {
        var card = CardCatalogue.All["live-split"];

        Assert.Equal("Teams", new TeamsCardPreview().Platform);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(new TeamsCardPreview().Render(card)), JsonNode.Parse(AdaptiveCardRenderer.Render(card))));
        Assert.Contains("\n  ", new TeamsCardPreview().Render(card), StringComparison.Ordinal);
    }

    [Fact]
    public void A_menu_or_question_whose_card_has_moved_on_is_not_shown()
    {
        Assert.Null(PresserCards.Menu(CardCatalogue.All["live-finished"]));
        Assert.Null(PresserCards.Question(CardCatalogue.All["live-finished"], "end~x"));
        Assert.Null(PresserCards.Question(CardCatalogue.All["live-split"], ""));
    }

    [Fact]
    public void Finish_in_the_menu_asks_also_while_it_stands_on_the_card_where_it_does_not()
    {
        var card = CardCatalogue.All["live-settled-early"];
        var finish = card.Blocks.OfType<ButtonsBlock>().SelectMany(row => row.Buttons).First(button => button.Label == "Finish now");

        Assert.Null(finish.Confirmation);
        Assert.Contains("Finish #", System.Text.Encoding.UTF8.GetString(PresserCards.Question(card, finish.Action)!), StringComparison.Ordinal);
    }

    internal static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        JsonObject element => [element, .. element.SelectMany(member => Nodes(member.Value))],
        JsonArray array => array.SelectMany(Nodes),
        _ => [],
    };

    internal static string TypeOf(JsonObject element) =>
        element["type"] is JsonValue type && type.TryGetValue<string>(out var name) ? name : "";

    private static JsonNode Rendered(string name) => JsonNode.Parse(CardCatalogue.Rendered[name])!;
}
