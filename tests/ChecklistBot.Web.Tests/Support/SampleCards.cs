using System.Collections.Immutable;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Web.Tests.Support;

/// <summary>Hand-made cards of every state, as the core would make them.</summary>
internal static class SampleCards
{
    private static readonly string[] ItemIds = ["frequency", "delay", "error-cost", "reach", "ownership", "maintenance"];

    public static readonly AssessmentId Id = new(new Guid("01890000-0000-7000-8000-000000000003"));

    public static IReadOnlyDictionary<string, Card> All { get; } = new Dictionary<string, Card>(StringComparer.Ordinal)
    {
        ["start"] = Live("0 of 6 answered", 0, [], [Line(1, "How often", ItemLineState.Open, focus: false), .. Open(2)], Frequency(null), Steps("Next")),
        ["split"] = Live(
            "2 of 6 answered",
            2,
            ["Real-time required"],
            [
                Line(1, "How often", ItemLineState.Agreed, [Choice("real-time", "Real time", "Ann", "Ben")]),
                Line(2, "How long it waits", ItemLineState.Split, [Choice("minutes", "Minutes", "Ann", "Ben"), Choice("hours", "Hours", "Chi")]),
                Line(3, "What an error costs", ItemLineState.Open, focus: false),
                .. Open(4),
            ],
            ErrorCost("Customers or money hit: Ann"),
            Steps("Next · 1 answered")),
        ["settled"] = Live(
            "3 of 6 answered",
            3,
            [],
            [
                Line(1, "How often", ItemLineState.Agreed, [Choice("nightly", "Every night", "Ann", "Ben", "Chi")]),
                Line(2, "How long it waits", ItemLineState.Settled, [Choice("hours", "Hours", "Ann"), Choice("days", "Days", "Ben")], "settled by Ann"),
                Line(3, "What an error costs", ItemLineState.Tied, [Choice("low", "Inconvenience", "Ann"), Choice("medium", "Rework", "Ben")]),
                Line(4, "How far it reaches", ItemLineState.Open, note: "for the record"),
                Line(5, "Who owns the data", ItemLineState.Agreed, [Choice("clear", "Clear owner", "Ann")]),
                Line(6, "Who looks after it", ItemLineState.Open, note: "for the record", focus: false),
            ],
            null,
            new ButtonsBlock([new CardButton { Label = "Finish now", Action = "finish:3", Style = ButtonStyle.Primary }, .. Steps("Next").Buttons.Skip(1)]),
            new TextBlock("Settled on the answers of 3 people so far: nightly batch, whatever the other two items.", TextTone.Strong)),
        ["decides"] = new Card
        {
            Kind = CardKind.Live,
            Summary = "#3 CRM to accounting: one item decides.",
            Assessment = Id,
            Number = 3,
            Revision = 1,
            Blocks =
            [
                new HeadingBlock("#3 CRM to accounting"),
                new TextBlock("Item 2 decides: Minutes (Ann, Ben) leads to a lightweight connector; Hours (Chi) to a nightly batch.", TextTone.Attention),
                new ButtonsBlock(
                [
                    new CardButton { Label = "Settle on Minutes", Action = "settle:3:delay:minutes" },
                    new CardButton { Label = "Settle on Hours", Action = "settle:3:delay:hours" },
                    new CardButton
                    {
                        Label = "Finish without agreement",
                        Action = "finish:3:anyway",
                        Style = ButtonStyle.Danger,
                        Confirmation = new ButtonConfirmation("Finish #3 without agreement?", "The result names both paths. Reopen undoes it.", "Finish without agreement", "Keep talking"),
                    },
                ]),
            ],
        },
        ["folded"] = new Card
        {
            Kind = CardKind.Live,
            Summary = "#3 CRM to accounting is finished: immediate sync.",
            Assessment = Id,
            Number = 3,
            Revision = 1,
            Blocks =
            [
                new HeadingBlock("#3 CRM to accounting"),
                new TextBlock("Finished: immediate sync."),
                new LinkBlock("See the recommendation", "#m-2"),
                new ButtonsBlock([new CardButton { Label = "Reopen", Action = "reopen:3" }]),
            ],
        },
        ["recommendation"] = Recommendation("Recommended path: Immediate sync", "immediate-sync"),
        ["provisional"] = Recommendation("No single path yet: it hangs on item 2", null),
        ["register"] = new Card
        {
            Kind = CardKind.Register,
            Summary = "2 pinned recommendations.",
            Blocks =
            [
                new HeadingBlock("Pinned recommendations"),
                new EntryBlock("#3 CRM to accounting", "Immediate sync · real-time required · 24 November 2026 · pinned", "#m-2"),
                new EntryBlock("#1 Staff rota", "Single source of truth · 3 May 2026 · replaced by revision 2", null),
                new LinkBlock("The wiki page about it", "https://wiki.example/integration"),
                new ButtonsBlock([new CardButton { Label = "Older", Action = "list:2" }]),
            ],
        },
        ["reply"] = new Card
        {
            Kind = CardKind.Reply,
            Summary = "Item 3: rework. Undo?",
            Blocks =
            [
                new TextBlock("Item 3, what an error costs: Rework."),
                new ButtonsBlock([new CardButton { Label = "Undo", Action = "undo:3:1" }]),
            ],
        },
        ["record"] = new Card
        {
            Kind = CardKind.Reply,
            Summary = "The decision record of #3.",
            Blocks =
            [
                new TextBlock("The decision record of #3, ready for a wiki."),
                new DocumentBlock("decision-3.md", "text/markdown", "# CRM to accounting\n\n- Path: **Immediate sync**\n- Quote: \"<b>fast</b>\"\n"),
            ],
        },
    };

    private static Card Live(
        string words, int done, ImmutableArray<string> flags, ImmutableArray<ItemLineBlock> lines, FocusBlock? focus, ButtonsBlock steps, TextBlock? result = null)
    {
        var blocks = ImmutableArray.CreateBuilder<CardBlock>();
        blocks.Add(new HeadingBlock("#3 CRM to accounting"));
        blocks.Add(new TextBlock($"Started by Ann · names are shown", TextTone.Subtle));
        blocks.Add(new ProgressBlock(done, 6, words));
        if (!flags.IsEmpty)
        {
            blocks.Add(new FlagsBlock(flags));
        }

        blocks.Add(new DividerBlock());
        blocks.AddRange(lines);
        if (focus is not null)
        {
            blocks.Add(focus);
        }

        if (result is not null)
        {
            blocks.Add(result);
        }

        blocks.Add(steps);
        blocks.Add(new TextBlock("Reply with \"3b\", or \"rework\", if buttons do not suit you.", TextTone.Subtle));
        return new Card { Kind = CardKind.Live, Summary = $"#3 CRM to accounting: {words}.", Blocks = blocks.ToImmutable(), Assessment = Id, Number = 3, Revision = 1 };
    }

    private static Card Recommendation(string heading, string? path) => new()
    {
        Kind = CardKind.Recommendation,
        Summary = $"#3 CRM to accounting. {heading}.",
        Assessment = Id,
        Number = 3,
        Revision = 1,
        PathId = path,
        Blocks =
        [
            new HeadingBlock(heading),
            new TextBlock("CRM to accounting · #3 · 24 November 2026 · Ann, Ben, Chi · checklist 1.0.0", TextTone.Subtle),
            new SectionBlock("What it is", ["Webhooks or a small real-time integration between the two systems."]),
            new SectionBlock("Why", ["Real time is required, errors hit customers or money, and someone can maintain it."]),
            new SectionBlock("Next steps", ["Write down exactly which events trigger a sync. Name one owner for the event schema. Build or buy a connector that retries on failure, and add simple alerts, so that a break is known."]),
            new SectionBlock("Mind", ["Publish from one source to each system rather than wire each pair.", "Name who reads the report."]),
            new SectionBlock("Would change it", ["If nobody could maintain it: lightweight connector."]),
            new TextBlock("You differed on item 2 (Chi: hours); it does not change the result."),
            new ButtonsBlock(
            [
                new CardButton { Label = "Pin", Action = "pin:3:1", Style = ButtonStyle.Primary },
                new CardButton { Label = "Change an answer", Action = "reopen:3" },
                new CardButton { Label = "Export", Action = "export:3" },
            ]),
        ],
    };

    private static IEnumerable<ItemLineBlock> Open(int from)
    {
        string[] questions = ["How often", "How long it waits", "What an error costs", "How far it reaches", "Who owns the data", "Who looks after it"];
        return questions.Index().Skip(from - 1).Select(static q => Line(q.Index + 1, q.Item, ItemLineState.Open));
    }

    private static ItemLineBlock Line(
        int position, string question, ItemLineState state, ImmutableArray<LineChoice>? choices = null, string? note = null, bool focus = true) => new(
        position,
        ItemIds[position - 1],
        question,
        state,
        choices ?? [],
        note,
        focus ? new CardButton { Label = question, Action = $"go:3:{position}" } : null);

    private static LineChoice Choice(string id, string label, params string[] people) => new(id, label, people.Length, new NameList([.. people], 0));

    private static FocusBlock Frequency(string? tally) => new(
        1, 6, "frequency", "How often must records move between the systems?", "Think of the busiest ordinary week.",
        [
            Option("frequency", "real-time", "Real time", "The moment something happens."),
            Option("frequency", "hourly", "Every hour", "A few times in a working day."),
            Option("frequency", "nightly", "Every night", "Ready in the morning."),
            Option("frequency", "less-often", "Less often", "Weekly, monthly or now and then."),
            Option("frequency", Answers.NotSure, Answers.NotSureLabel, null),
        ],
        tally);

    private static FocusBlock ErrorCost(string? tally) => new(
        3, 6, "error-cost", "What happens if a record is wrong or lost?", "Think of the worst ordinary case, not a disaster.",
        [
            Option("error-cost", "high", "Customers or money hit · 1", "Somebody outside notices or money is lost."),
            Option("error-cost", "medium", "Rework", "Somebody has to do it again."),
            Option("error-cost", "low", "Inconvenience", "A small nuisance."),
            Option("error-cost", Answers.NotSure, Answers.NotSureLabel, null),
        ],
        tally);

    private static CardButton Option(string item, string option, string label, string? meaning) =>
        new() { Label = label, Action = $"answer:3:{item}:{option}", Description = meaning, ItemId = item, OptionId = option };

    private static ButtonsBlock Steps(string next) => new(
    [
        new CardButton { Label = "Back", Action = "back:3" },
        new CardButton { Label = next, Action = "next:3" },
        new CardButton { Label = "Answer all", Action = "form:3", OpensForm = true },
        new CardButton
        {
            Label = "More…",
            Action = "more:3",
            Menu =
            [
                new CardButton { Label = "Finish", Action = "finish:3" },
                new CardButton { Label = "Rename", Action = "rename:3", Input = new ButtonInput("New title", "CRM to accounting", 80) },
                new CardButton { Label = "Quick", Action = "quick:3", Description = "Move on after each answer." },
                new CardButton
                {
                    Label = "Cancel",
                    Action = "cancel:3",
                    Style = ButtonStyle.Danger,
                    Confirmation = new ButtonConfirmation("Cancel #3?", "It ends without a result; reopen undoes it.", "Cancel #3", "Keep it"),
                },
            ],
        },
    ]);
}
