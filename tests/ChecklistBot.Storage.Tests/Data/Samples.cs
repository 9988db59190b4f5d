using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Records;

namespace ChecklistBot.Storage.Tests.Data;

/// <summary>Events and decisions with every member filled.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset At = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);

    public static readonly ChecklistStamp Checklist = new("should-we-integrate", "1.0.0", new string('a', 64));

    /// <summary>One event of each kind, in an order in which they could happen.</summary>
    public static readonly IReadOnlyList<AssessmentEvent> OneOfEach =
    [
        new Started(1, "CRM → Buchhaltung \u202E <b>\"x\"</b> 👩‍💻", Checklist, Pace.Hold, "frequency"),
        new Renamed("CRM to accounting", "CRM"),
        new Answered("frequency", "real-time", null),
        new Answered("frequency", "hourly", "real-time"),
        new AnswerWithdrawn("frequency", "hourly"),
        new FocusMoved("delay"),
        new PaceChanged(Pace.Quick),
        new Settled("delay", "hours", "minutes"),
        new SettlementWithdrawn("delay", "hours"),
        new DisagreementFound(),
        new Finished(Decision(1, "Nightly batch")),
        new Reopened(2),
        new ReopeningUndone(1),
        new Pinned(1),
        new Unpinned(1),
        new RecommendationRepeated(1, 2),
        new CardMoved(2),
        new Reopened(2),
        new Cancelled(),
        new Resumed(),
    ];

    public static readonly MessageContent Live = new LiveContent(1);

    public static MessageContent Notice(string text) => new NoticeContent(new Card
    {
        Kind = CardKind.Reply,
        Summary = text,
        Blocks = [new HeadingBlock("Ünïcode"), new TextBlock(text, TextTone.Attention), new ProgressBlock(2, 6, "2 of 6 answered")],
    });

    /// <summary>A decision for a path, or a provisional one for null.</summary>
    public static DecisionSnapshot Decision(int revision, string? path, params string[] flags)
    {
        var answer = new SnapshotAnswer(1, "frequency", "How often?", "Real time");
        return new DecisionSnapshot
        {
            Revision = revision,
            At = At.AddMinutes(revision),
            FinishedBy = 2,
            Title = "CRM to accounting",
            ChecklistTitle = "Should we integrate our systems?",
            Checklist = Checklist,
            Path = path is null ? null : Path(path),
            Because = [answer],
            Flags = [.. flags.Select(flag => new SnapshotText("id", flag))],
            Cautions = [new SnapshotText("one-hub", "Publish from one source.")],
            Companion = Path("Single source of truth"),
            WouldChange = [new SnapshotChange(answer, "lightweight-connector", "Lightweight connector")],
            Differences = [new SnapshotDifference(answer, [3], "Nightly batch"), new SnapshotDifference(answer, [1, 2], null)],
            Branches = [new SnapshotBranch(Path("Nightly batch"), [[answer], [answer, answer]])],
            Items = [new SnapshotItem(1, "frequency", "How often?", [new SnapshotChoice("real-time", "Real time", [1, 2])], "Real time", 2)],
            OutvotedPaths = ["lightweight-connector"],
            Participants = [1, 2, 3],
        };
    }

    private static SnapshotPath Path(string label) => new(label, label, "What it is.", "Next steps.");
}
