using System.Collections.Immutable;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Decisions;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Tests.Dsl;
using ChecklistBot.Assessments.Views;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Tests.Properties;

/// <summary>Plays random steps through the decider and keeps what came of each.</summary>
internal sealed class RandomCommandConversation
{
    public static readonly AssessmentId Id = new(new Guid(1, 0, 0, new byte[8]));

    private readonly CompiledChecklist checklist;
    private DateTimeOffset now = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    private RandomCommandConversation(CompiledChecklist checklist)
    {
        this.checklist = checklist;
        State = AssessmentEvolution.Nothing(Id, null);
        Append(1, Decider.Start(1, null, Pace.Hold, Context(1)));
    }

    /// <summary>One step with the states before and after it.</summary>
    public sealed record Turn(RandomCommands.Step Step, Assessment Before, Decision Decision, Assessment After, IReadOnlyList<RecordedEvent> Events);

    public Assessment State { get; private set; }

    public List<RecordedEvent> History { get; } = [];

    public List<Turn> Turns { get; } = [];

    public static RandomCommandConversation Play(CompiledChecklist checklist, IEnumerable<RandomCommands.Step> steps)
    {
        var conversation = new RandomCommandConversation(checklist);
        foreach (var step in steps)
            conversation.Take(step);
        return conversation;
    }

    /// <summary>All that a view needs, with everybody known and linked.</summary>
    public static ViewContext View(CompiledChecklist checklist) => new()
    {
        Checklist = checklist,
        Names = new Names(People.Many(5).ToImmutableDictionary(person => person.Number, person => person.Name)),
        TimeZone = TimeZoneInfo.Utc,
        LiveLink = "https://example.org/live",
    };

    /// <summary>Every message that the assessment could have posted by now.</summary>
    public static IEnumerable<MessageContent> Messages(Assessment state) =>
    [
        .. Enumerable.Range(1, state.CardGeneration).Select(generation => new LiveContent(generation)),
        .. state.Decisions.Select(decision => new RecommendationContent(decision.Revision, 1)),
        new RecordContent(),
        .. state.Decisions.Select(decision => new RecordContent(decision.Revision)),
    ];

    public DecisionContext Context(int person) => new() { Checklist = checklist, Now = now, Person = person };

    private void Take(RandomCommands.Step step)
    {
        now += TimeSpan.FromSeconds(step.Seconds);
        var before = State;
        var context = Context(step.Person.Number) with { Tapped = step.Tapped, LiveCardLost = step.LosesCard, RecommendationLost = step.LosesRecommendation };
        var command = step.Command is Undo { Sequence: { } back } ? new Undo(Math.Max(1, before.Version + 1 - back)) : step.Command;
        var decision = Decider.Decide(before, command, context);
        var events = Append(step.Person.Number, decision);
        Turns.Add(new Turn(step with { Command = command }, before, decision, State, events));
    }

    private List<RecordedEvent> Append(int person, Decision decision)
    {
        var events = new List<RecordedEvent>();
        foreach (var happened in decision.Events)
        {
            events.Add(new RecordedEvent(State.Version + 1, now, person, happened));
            State = State.Apply(events[^1]);
        }

        History.AddRange(events);
        return events;
    }
}
