using System.Collections.Immutable;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Decisions;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Views;
using ChecklistBot.Rules;

namespace ChecklistBot.Teams.Tests.Cards;

/// <summary>An assessment played through the core's own decider, for the cards that it draws on the way.</summary>
internal sealed class Story
{
    public static readonly CompiledChecklist Checklist = ChecklistFile.LoadBuiltIn();

    private readonly CompiledChecklist checklist;
    private readonly List<string> people = [];
    private readonly DateTimeOffset now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public Story(string title = "CRM to accounting", string starter = "Ann", Pace pace = Pace.Hold, CompiledChecklist? checklist = null)
    {
        this.checklist = checklist ?? Checklist;
        State = AssessmentEvolution.Nothing(new AssessmentId(new Guid("018f0000-0000-7000-8000-000000000003")), thread: "1790000000000");
        var decision = Decider.Start(3, Title.From(title), pace, Context(starter));
        Apply(starter, decision);
    }

    public Assessment State { get; private set; }

    public Card Live => Draw(new LiveContent(State.CardGeneration));

    public Card Recommendation => Draw(new RecommendationContent(State.Decisions[^1].Revision, State.RecommendationCopy));

    public Card Draw(MessageContent content) => CardViews.Draw(content, State, Views());

    /// <summary>Does what a person taps; the core's answer to that person is ignored.</summary>
    public Story Does(string person, AssessmentCommand command)
    {
        Apply(person, Decider.Decide(State, command, Context(person)));
        return this;
    }

    public Story Answers(string person, params (string Item, string Option)[] answers)
    {
        foreach (var (item, option) in answers) Does(person, new AnswerByIds([KeyValuePair.Create(item, option)]));
        return this;
    }

    private void Apply(string person, Decision decision)
    {
        foreach (var happened in decision.Events)
        {
            State = State.Apply(new RecordedEvent(State.Version + 1, now, Number(person), happened));
        }
    }

    private DecisionContext Context(string person) => new() { Checklist = checklist, Now = now, Person = Number(person), Tapped = true };

    private ViewContext Views() => new()
    {
        Checklist = checklist,
        Names = new Names(people.Select((name, index) => KeyValuePair.Create(index + 1, name)).ToImmutableDictionary()),
        TimeZone = TimeZoneInfo.Utc,
        LiveLink = "https://teams.microsoft.com/l/message/19%3Achan%40thread.tacv2/1790000000456?tenantId=t(1)",
        RecommendationLinks = State.Decisions.ToImmutableDictionary(
            decision => decision.Revision, decision => $"https://teams.microsoft.com/l/message/19%3Achan%40thread.tacv2/179000000050{decision.Revision}"),
    };

    private int Number(string person)
    {
        if (!people.Contains(person)) people.Add(person);
        return people.IndexOf(person) + 1;
    }
}
