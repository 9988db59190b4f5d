using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Teams.AdaptiveCards;

namespace ChecklistBot.Teams.Tests.Cards;

/// <summary>Cards with every kind of block, in words of their own: their golden files change only when the drawing does.</summary>
internal static class SampleCards
{
    private static readonly AssessmentId Id = new(new Guid("018f0000-0000-7000-8000-000000000003"));

    public static Card Live { get; } = new()
    {
        Kind = CardKind.Live,
        Summary = "#3 CRM to accounting: 2 of 3 answered.",
        Assessment = Id,
        Number = 3,
        Revision = 1,
        Blocks =
        [
            new HeadingBlock("#3 CRM to accounting"),
            new TextBlock("Started by Ann", TextTone.Subtle),
            new ProgressBlock(2, 3, "2 of 3 answered"),
            new FlagsBlock(["Real-time required", "High cost of error"]),
            new DividerBlock(),
            Line(1, ItemLineState.Agreed, null, new LineChoice("real-time", "Real time", 2, new NameList(["Ann", "Ben"], 0))),
            Line(
                2,
                ItemLineState.Split,
                "for the record",
                new LineChoice("minutes", "Minutes", 7, new NameList(["Ann", "Ben", "Chi", "Dee", "Eve"], 2)),
                new LineChoice("hours", "Hours", 1, new NameList(["Flo"], 0))),
            new FocusBlock(3, 3, "error-cost", "What happens if a record is wrong?", "Think of the worst ordinary case.", [Option("high", "Money · 1"), Option("not-sure", "Not sure")], "Money: Ann"),
            new TextBlock("Item 2 decides.", TextTone.Attention),
            new ButtonsBlock([
                Button("Finish now", "fin") with { Style = ButtonStyle.Primary, Description = "Gives the recommendation" },
                Button("Answer all", "all") with { OpensForm = true },
                Button("More…", "more") with { Menu = [Rename, Cancel] },
            ]),
        ],
    };

    public static Card Result { get; } = new()
    {
        Kind = CardKind.Recommendation,
        Summary = "Nightly batch.",
        Assessment = Id,
        Blocks =
        [
            new HeadingBlock("Recommended path: Nightly batch"),
            new SectionBlock("Why", ["Errors cost rework.", "3. is no list, and [this](x) is no link."]),
            new EntryBlock("#2 Payroll", "Nightly batch · decided", "https://teams.microsoft.com/l/message/19%3Aa/1?a=(1)"),
            new EntryBlock("#1 Rota", "its message was deleted", null),
            new LinkBlock("See the recommendation", "https://teams.microsoft.com/l/message/19%3Aa/2"),
            new LinkBlock("Only on the page", "/?room=main"),
            new DocumentBlock("decision-3.md", "text/markdown", "# Decision\n\n- **Status:** decided"),
        ],
    };

    public static IReadOnlyDictionary<string, byte[]> Golden { get; } = new Dictionary<string, byte[]>
    {
        ["live"] = AdaptiveCardRenderer.Render(Live),
        ["result"] = AdaptiveCardRenderer.Render(Result),
        ["menu"] = PresserCards.Menu(Live)!,
        ["question"] = PresserCards.Question(Live, "end")!,
        ["form"] = FormCard.Render(new AnswerForm("#3 CRM to accounting", "all", [
            new FormItem(1, "delay", "How long?", "Ask those who wait.", [new FormOption("hours", "Hours", "Later today."), new FormOption("not-sure", "Not sure", "")], "hours"),
            new FormItem(2, "reach", "How many?", null, [new FormOption("small", "Few", "Up to five.")], null),
        ])),
    };

    private static CardButton Rename => Button("Rename", "name") with { Input = new ButtonInput("New title", "CRM", 80) };

    private static CardButton Cancel => Button("Cancel", "end") with
    {
        Style = ButtonStyle.Danger,
        Confirmation = new ButtonConfirmation("Cancel #3?", "Reopen brings it back.", "Cancel it", "Keep it"),
    };

    private static CardButton Button(string label, string action) => new() { Label = label, Action = action };

    private static CardButton Option(string id, string label) =>
        Button(label, $"a~{id}") with { ItemId = "error-cost", OptionId = id, Description = $"Means {id}" };

    private static ItemLineBlock Line(int position, ItemLineState state, string? note, params LineChoice[] choices) =>
        new(position, $"item-{position}", $"Question {position}?", state, [.. choices], note, Button($"Go to item {position}", $"f~{position}"));
}
