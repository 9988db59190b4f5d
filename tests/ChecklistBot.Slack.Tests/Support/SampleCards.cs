using System.Collections.Immutable;
using System.Globalization;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Slack.Tests.Support;

/// <summary>Cards of every kind, by name.</summary>
internal static class SampleCards
{
    public const string Hostile = "A & B <script> <!channel> *x* _y_ `z` :tada: <@U111> > q";

    public static CardButton More { get; } = new()
    {
        Label = "More…",
        Action = "more~0000000000000000000003",
        Description = "Finish, rename, hold or quick, cancel",
        Menu =
        [
            Button("Finish", "fin~0000000000000000000003") with { Confirmation = new("Finish #3?", "The bot posts the recommendation.", "Finish", "Go on answering") },
            Button("Rename", "name~0000000000000000000003") with { Input = new ButtonInput("New title", "CRM to accounting", 80) },
            Button("Quick", "pace~0000000000000000000003~quick"),
            Button("Cancel", "end~0000000000000000000003") with { Style = ButtonStyle.Danger, Confirmation = new("Cancel #3?", "It ends without a result.", "Cancel it", "Keep it") },
        ],
    };

    public static ImmutableSortedDictionary<string, Card> All { get; } = new Dictionary<string, Card>
    {
        ["live"] = Live("CRM to accounting"),
        ["live-hostile-title"] = Live(Hostile),
        ["live-deciding"] = Deciding(),
        ["live-longest"] = Longest(6, 300),
        ["live-finished"] = Finished(),
        ["recommendation"] = Recommendation(),
        ["register"] = Register(),
        ["reply-undo"] = Reply(),
        ["reply-menu"] = Menu(),
        ["reply-document"] = Document("# 3. CRM to accounting\n\n- **Path**: immediate sync & more <b>\n"),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static Card Live(string title) => Card(
        CardKind.Live,
        $"#3 {title}: 2 of 6 answered. Now item 3: What happens if a record is wrong or lost?",
        new HeadingBlock($"#3 {title}"),
        new TextBlock("Started by Ann · names are shown", TextTone.Subtle),
        new ProgressBlock(2, 6, "2 of 6 answered"),
        new FlagsBlock(["Real time required"]),
        new DividerBlock(),
        Line(1, ItemLineState.Agreed, null, new LineChoice("real-time", "Moves in real time", 2, new NameList(["Ann", "Ben"], 0))),
        Line(
            2,
            ItemLineState.Split,
            "for the record",
            new LineChoice("minutes", "Can wait minutes", 7, new NameList(["Ann", "Ben", "Dee", "Eve", "Fay"], 2)),
            new LineChoice("hours", "Can wait hours", 1, new NameList(["Chi"], 0))),
        new TextBlock("Still open: items 4, 5 and 6.", TextTone.Subtle),
        new FocusBlock(
            3,
            6,
            "error-cost",
            "What happens if a record is wrong or lost?",
            "Think of the worst ordinary day, not of a disaster.",
            [
                Option("high", "Customers or money hit · 1", "High: customers notice, or money is lost."),
                Option("medium", "Rework for our team", "Medium: someone has to do work again."),
                Option("low", "Only an inconvenience", "Low: it is a nuisance, and little more."),
                Option(Answers.NotSure, "Not sure", "Shown to the others and never counted as a choice"),
            ],
            "Customers or money hit: Ann"),
        new ButtonsBlock(
        [
            new CardButton { Label = "Back", Action = "b~0000000000000000000003~error-cost" },
            new CardButton { Label = "Next · 1 answered", Action = "n~0000000000000000000003~error-cost" },
            new CardButton { Label = "Answer all", Action = "all~0000000000000000000003", OpensForm = true },
            More,
        ]),
        new TextBlock("Buttons do not suit you? Reply with the item and a letter, such as “3b”, or with the words of an answer.", TextTone.Subtle));

    /// <summary>The core's answer to <c>More…</c>, and a button that asks.</summary>
    public static Card Menu() => Card(CardKind.Reply, "More for #3", new TextBlock("More for #3"), new ButtonsBlock(More.Menu));

    public static Card Reply() => Card(
        CardKind.Reply,
        "Item 3: Rework for our team.",
        new TextBlock("Item 3: Rework for our team."),
        new ButtonsBlock([Button("Undo", "undo~0000000000000000000003~17")]));

    public static Card Document(string content) => Card(
        CardKind.Reply, "Decision record of #3", new TextBlock("Decision record of #3", TextTone.Strong), new DocumentBlock("decision-3.md", "text/markdown", content));

    public static AnswerForm Form(int items = 6, int options = 4, string? selected = "o1") => new(
        "#3 CRM to accounting",
        "all~0000000000000000000003",
        [
            .. Enumerable.Range(1, items).Select(item => new FormItem(
                item,
                $"item-{item}",
                "What happens if a record is wrong or lost?",
                "Think of the worst ordinary day.",
                [.. Enumerable.Range(0, options).Select(option => new FormOption($"o{option}", $"Option {option}", new string('m', 120)))],
                selected)),
        ]);

    /// <summary>As long as names, titles and checklists can make it.</summary>
    public static Card Longest(int items, int length)
    {
        var long_ = string.Concat(Enumerable.Repeat("Überlange & <Frage> ", length / 20 + 1))[..length];
        var name = "Maximiliana-Alexandra von und zu Hohenstein & Söhne GmbH"[..Math.Clamp(length / 4, 3, 56)];
        var people = new NameList([.. Enumerable.Repeat(name, NameList.Most)], 12);
        var live = Live("Überlanger & <Titel> " + new string('x', 59));
        return live with
        {
            Blocks =
            [
                .. live.Blocks.SelectMany<CardBlock, CardBlock>(block => block switch
                {
                    ItemLineBlock { Position: 1 } => Enumerable.Range(1, items - 1).Select(position => Line(
                        position,
                        ItemLineState.Split,
                        "settled on Moves in real time by " + name,
                        [.. Enumerable.Range(0, 5).Select(option => new LineChoice($"o{option}", new string('L', 24), 17, people))]) with { Question = long_ }),
                    ItemLineBlock => [],
                    FocusBlock focus => [focus with
                    {
                        Question = long_,
                        Help = long_,
                        Tally = long_ + people,
                        Options = [.. focus.Options.Select(option => option with { Description = long_ })],
                    }],
                    _ => [block],
                }),
                new TextBlock(long_, TextTone.Attention),
            ],
        };
    }

    private static Card Deciding() => Card(
        CardKind.Live,
        "#3 CRM to accounting: item 2 decides.",
        new HeadingBlock("#3 CRM to accounting"),
        new TextBlock("Item 2 decides: Can wait minutes (Ann, Ben) leads to a lightweight connector; Can wait hours (Chi) to a nightly batch.", TextTone.Attention),
        new ButtonsBlock(
        [
            Button("Settle on Can wait minutes", "set~0000000000000000000003~delay~minutes"),
            Button("Settle on Can wait hours", "set~0000000000000000000003~delay~hours"),
            Button("Finish without agreement", "fin-anyway~0000000000000000000003"),
        ]));

    private static Card Finished() => Card(
        CardKind.Live,
        "#3 CRM to accounting is finished. Recommended path: Immediate sync.",
        new HeadingBlock("#3 CRM to accounting"),
        new TextBlock("Recommended path: Immediate sync.", TextTone.Strong),
        new LinkBlock("See the recommendation", "https://example.slack.com/archives/C1/p1764000000000001?thread_ts=1.1&cid=C1"),
        new LinkBlock("Nowhere", "#local"),
        new ButtonsBlock([Button("Reopen", "open~0000000000000000000003")]));

    private static Card Recommendation() => Card(
        CardKind.Recommendation,
        "#3 CRM to accounting: recommended path immediate sync. Next steps: document the events.",
        new HeadingBlock("Recommended path: Immediate sync"),
        new TextBlock("CRM to accounting · #3 · 24 November 2026 · Ann, Ben, Chi · checklist 1.0.0", TextTone.Subtle),
        new SectionBlock("What it is", ["Webhooks or a small real-time integration."]),
        new SectionBlock("Why", ["Real time is required, errors hit customers or money, and someone can maintain it."]),
        new SectionBlock("Mind", ["Publish from one source: pairs grow as n × (n − 1) / 2.", "Name a *deputy*."]),
        new ButtonsBlock([Button("Pin", "pin~0000000000000000000003~1") with { Style = ButtonStyle.Primary }, Button("Change an answer", "open~0000000000000000000003"), Button("Export", "exp~0000000000000000000003")]));

    private static Card Register() => Card(
        CardKind.Register,
        "Pinned for later. 2 pinned.",
        new HeadingBlock("Pinned for later"),
        new TextBlock("2 pinned.", TextTone.Subtle),
        new EntryBlock("#3 CRM to accounting", "Immediate sync · decided · 24 November 2026 · pinned", "https://example.slack.com/archives/C1/p1"),
        new EntryBlock($"#2 {Hostile}", "Nightly batch · its message was deleted", null));

    private static CardButton Button(string label, string action) => new() { Label = label, Action = action };

    private static CardButton Option(string id, string label, string meaning) => new()
    {
        Label = label, Action = $"a~0000000000000000000003~error-cost~{id}", Description = meaning, ItemId = "error-cost", OptionId = id,
    };

    private static ItemLineBlock Line(int position, ItemLineState state, string? note, params LineChoice[] choices) => new(
        position,
        $"item-{position.ToString(CultureInfo.InvariantCulture)}",
        "How long can the person who receives the data wait?",
        state,
        [.. choices],
        note,
        Button($"Go to item {position}", $"f~0000000000000000000003~item-{position}"));

    private static Card Card(CardKind kind, string summary, params CardBlock[] blocks) => new()
    {
        Kind = kind, Summary = summary, Blocks = [.. blocks], Number = 3, Revision = 1,
    };
}
