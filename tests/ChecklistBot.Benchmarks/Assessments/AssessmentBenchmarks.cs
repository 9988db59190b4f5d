using System.Collections.Immutable;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Decisions;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Views;
using ChecklistBot.Rules;
using ChecklistBot.Slack;
using ChecklistBot.Teams.Channel;

namespace ChecklistBot.Benchmarks.Assessments;

/// <summary>The steps of one turn in memory: read, decide, evolve, draw, and what each platform makes of the card. Three people, five
/// items answered, one split.</summary>
public class AssessmentBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly CompiledChecklist checklist = ChecklistFile.LoadBuiltIn();
    private readonly Names names = new(new Dictionary<int, string> { [1] = "Ann", [2] = "Ben", [3] = "Chi" }.ToImmutableDictionary());
    private readonly TeamsCardPreview teams = new();
    private readonly SlackPreview slack = new();
    private Grammar grammar = null!;
    private Assessment open = null!;
    private Card card = null!;
    private ViewContext view = null!;
    private AnswerByIds tap = null!;

    [GlobalSetup]
    public void PlayHalfAnAssessment()
    {
        grammar = new Grammar(Vocabulary.Of(checklist.Definition));
        view = new ViewContext { Checklist = checklist, Names = names, TimeZone = TimeZoneInfo.Utc };
        tap = new AnswerByIds([KeyValuePair.Create("maintenance", "yes")]);
        open = Play(AssessmentEvolution.Nothing(new AssessmentId(Guid.CreateVersion7(Now)), null), 1, Decider.Start(1, Title.From("CRM to accounting"), Pace.Hold, Context(1)));
        foreach (var (person, answers) in ((int, string)[])[(1, "1a 2b 3a 4b"), (2, "1a 2b 3a"), (3, "2c 5a")])
            open = Play(open, person, Decider.Decide(open, (AssessmentCommand)grammar.Read(answers).Command, Context(person)));
        card = Render();
    }

    [Benchmark]
    public Instruction ReadTypedAnswers() => grammar.Read("1b 2c, error cost high");

    [Benchmark(Baseline = true)]
    public Decision DecideTap() => Decider.Decide(open, tap, Context(3));

    [Benchmark]
    public Decision DecideFinish() => Decider.Decide(open, new Finish(WithoutAgreement: true), Context(3));

    [Benchmark]
    public Card Render() => CardViews.Draw(new LiveContent(1), open, view);

    [Benchmark]
    public byte[] WriteState() => JsonSerializer.SerializeToUtf8Bytes(open, AssessmentsJson.Default.Assessment);

    [Benchmark]
    public string DrawForTeams() => teams.Render(card);

    [Benchmark]
    public string DrawForSlack() => slack.Render(card);

    private DecisionContext Context(int person) => new() { Checklist = checklist, Now = Now, Person = person };

    private static Assessment Play(Assessment state, int person, Decision decision) => decision.Events.Aggregate(
        state,
        (before, happened) => before.Apply(new RecordedEvent(before.Version + 1, Now, person, happened)));
}
