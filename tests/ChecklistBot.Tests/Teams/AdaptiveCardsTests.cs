using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Teams.AdaptiveCards;
using ChecklistBot.Teams.Tests.Cards;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Teams;

/// <summary>
/// A card of every state, drawn in a browser by Microsoft's own package <c>adaptivecards</c>. The pictures stay in
/// <c>artifacts/screenshots</c> for people to look at.
/// </summary>
public sealed class AdaptiveCardsTests(Browser browser)
{
    private const char WordJoiner = '\u2060';

    private static readonly Dictionary<string, Card> Neutral = CardCatalogue.All
        .Append(new("live-crowd", CardCatalogue.Crowd(60).Live))
        .ToDictionary();

    private static readonly Dictionary<string, JsonNode> Cards = Neutral
        .ToDictionary(entry => entry.Key, entry => AdaptiveCardRenderer.Render(entry.Value))
        .Concat(CardCatalogue.ForOne)
        .ToDictionary(entry => entry.Key, entry => JsonNode.Parse(entry.Value)!);

    [Theory]
    [InlineData("desktop", 560)]
    [InlineData("phone", 300)]
    public async Task Every_card_is_drawn_whole_and_each_button_sends_its_action(string picture, int width)
    {
        var faults = new List<string>();
        foreach (var drawn in await DrawAsync(picture, width, isOldClient: false))
        {
            faults.AddRange(drawn.Faults.Select(fault => $"{drawn.Name}: {fault}"));
            var seen = Plain(drawn.Text + " " + string.Join(' ', drawn.Values));
            faults.AddRange(Words(drawn.Name).Where(words => !seen.Contains(Plain(words), StringComparison.Ordinal)).Select(words => $"{drawn.Name}: nobody sees “{words}”"));
            if (!Titles(Cards[drawn.Name]).SequenceEqual(drawn.Buttons))
                faults.Add($"{drawn.Name}: its buttons are {string.Join(", ", drawn.Buttons)}");
            if (!Actions(Cards[drawn.Name]).Order(StringComparer.Ordinal).SequenceEqual(drawn.Sent.Order(StringComparer.Ordinal)))
                faults.Add($"{drawn.Name}: presses send {string.Join(", ", drawn.Sent)}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_people_typed_stays_text()
    {
        var drawn = await DrawAsync(null, 560, isOldClient: false);

        Assert.All(drawn, card => Assert.All(card.Links, link => Assert.StartsWith("https://teams.microsoft.com/l/message/", link, StringComparison.Ordinal)));
        Assert.Equal(["a", "p", "strong"], drawn.SelectMany(card => card.Tags).Distinct().Order());
        var title = Plain(CardCatalogue.HostileTitle.Replace("\u202e", "", StringComparison.Ordinal));
        Assert.Contains(title, Plain(drawn.Single(card => card.Name == "live-hostile").Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_does_not_know_Execute_shows_the_same_buttons_by_their_fallback()
    {
        foreach (var drawn in await DrawAsync("old", 560, isOldClient: true))
        {
            Assert.Empty(drawn.Faults);
            Assert.Equal(Titles(Cards[drawn.Name]), drawn.Buttons.Take(Titles(Cards[drawn.Name]).Count()));
        }
    }

    private async Task<IReadOnlyList<DrawnCard>> DrawAsync(string? picture, int width, bool isOldClient)
    {
        var packages = Repository.File("tests/ChecklistBot.Tests/Clients/node_modules");
        Assert.SkipUnless(Directory.Exists(Path.Combine(packages, "adaptivecards")), "the npm packages of tests/ChecklistBot.Tests/Clients are not installed");
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 4 * (width + 30), Height = 1000 } });
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.SetContentAsync($$"""
            <!doctype html><html lang="en"><title>Cards</title>
            <style>{{await File.ReadAllTextAsync(Path.Combine(packages, "adaptivecards/dist/adaptivecards.css"), TestContext.Current.CancellationToken)}}</style>
            <style>
              body { columns: 4; font: 14px sans-serif; background: #f5f5f5; margin: 10px }
              article { background: #fff; border: 1px solid #ddd; break-inside: avoid; margin: 0 0 10px }
              .ac-textBlock p { margin: 0 }
              /* The Agents Playground wraps rows of buttons; the bare package squeezes them. */
              .ac-actionSet { flex-wrap: wrap; row-gap: 8px }
              .ac-pushButton { flex: 0 0 auto !important; max-width: 100%; font: 600 14px sans-serif; border: 1px solid #d1d1d1; border-radius: 4px; padding: 5px 12px; background: #fff }
              .ac-pushButton.style-positive { background: #5b5fc7; color: #fff } .ac-pushButton.style-destructive { background: #c4314b; color: #fff }
            </style><body></body></html>
            """);
        await page.AddScriptTagAsync(new() { Path = Path.Combine(packages, "adaptivecards/dist/adaptivecards.min.js") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(packages, "markdown-it/dist/markdown-it.min.js") });
        await page.AddScriptTagAsync(new() { Path = Repository.File("tests/ChecklistBot.Tests/Teams/draw.js") });
        var report = await page.EvaluateAsync<string>(
            "([cards, width, isOldClient]) => JSON.stringify(drawAll(JSON.parse(cards), width, isOldClient))",
            new object[] { JsonSerializer.Serialize(Cards), width, isOldClient });
        if (picture is not null)
            await page.ScreenshotAsync(new() { Path = Repository.File($"artifacts/screenshots/adaptive-{picture}.png"), FullPage = true });
        Assert.Empty(errors);
        return JsonSerializer.Deserialize<List<DrawnCard>>(report)!;
    }

    /// <summary>Everything that a person should read on a card, from before it was drawn where there is such a card.</summary>
    private static IEnumerable<string> Words(string name) => Neutral.TryGetValue(name, out var card) && name != "live-crowd"
        ? card.Blocks.SelectMany(Words)
        : Texts(Cards[name], "title", "label");

    private static IEnumerable<string> Words(CardBlock block) => block switch
    {
        HeadingBlock heading => [heading.Text],
        TextBlock text => [text.Text],
        ProgressBlock progress => [progress.Words],
        FlagsBlock flags => flags.Labels,
        ItemLineBlock line => [$"{line.Position} {line.Question}", .. line.Choices.SelectMany(choice => new[] { choice.Label, choice.People.ToString() }), line.Note ?? ""],
        FocusBlock focus => [focus.Title, focus.Help ?? "", focus.Tally ?? "", .. focus.Options.Select(option => option.Label)],
        SectionBlock section => [section.Label, .. section.Lines],
        ButtonsBlock buttons => buttons.Buttons.Select(button => button.Label),
        EntryBlock entry => [entry.Title, entry.Detail],
        LinkBlock link => [link.Text],
        DocumentBlock document => document.Content.Split('\n'),
        _ => [],
    };

    private static IEnumerable<string> Titles(JsonNode card) => Elements(card)
        .Where(element => !IsOfWhole(element) && IsAction(element))
        .Select(element => element["title"]!.GetValue<string>());

    private static IEnumerable<string> Actions(JsonNode card) => Elements(card).Where(IsAction).Select(element => element["data"]!["action"]!.GetValue<string>());

    private static bool IsAction(JsonObject element) =>
        element["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>().StartsWith("Action.", StringComparison.Ordinal);

    private static IEnumerable<string> Texts(JsonNode card, params string[] names) =>
        Elements(card)
        .Where(element => !IsOfWhole(element))
        .SelectMany(element => names.Select(name => element[name]).OfType<JsonValue>())
        .Select(value => value.GetValue<string>());

    // What a press on a whole line does has a name for screen readers, but no button.
    private static bool IsOfWhole(JsonObject element) => element.Parent is JsonObject && element.GetPropertyName() == "selectAction";

    /// <summary>Every element of a card but what only old clients draw.</summary>
    private static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonObject element => [element, .. element.Where(member => member.Key is not ("fallback" or "data")).SelectMany(member => Elements(member.Value))],
        JsonArray array => array.SelectMany(Elements),
        _ => [],
    };

    private static string Plain(string text) => Regex.Replace(text.Replace($"{WordJoiner}", "", StringComparison.Ordinal), @"\s+", " ").Trim();
}
