using System.Text.Json;
using ChecklistBot.Assessments.Agreement;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Decisions;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Tests.Dsl;
using ChecklistBot.Assessments.Tests.Naive;
using ChecklistBot.Rules;
using CsCheck;

namespace ChecklistBot.Assessments.Tests.Properties;

/// <summary>What holds in every conversation, under the built-in checklist and under others.</summary>
public sealed class ConversationPropertyTests
{
    private static readonly Gen<(CompiledChecklist Checklist, RandomCommands.Step[] Steps)> Any =
        from checklist in Gen.Frequency((1, Gen.Const(Checklists.BuiltIn.Compiled)), (1, OtherChecklists.Any))
        from steps in RandomCommands.Conversation(checklist.Definition)
        select (checklist, steps);

    [Fact]
    public void Every_command_to_an_assessment_is_among_the_random_ones() => Assert.Equal(
        typeof(Command).Assembly.GetTypes().Where(type => type.BaseType == typeof(AssessmentCommand)).Select(type => type.Name).Order(),
        RandomCommands.Kinds.Select(kind => kind.Name).Order());

    [Fact]
    public void The_random_conversations_reach_every_kind_of_event_and_of_verdict()
    {
        // Made from fixed seeds: what they reach is always the same.
        var reached = new Dictionary<Type, int>();
        for (uint stream = 0; stream < 800; stream++)
        {
            var (checklist, steps) = Any.Generate(new PCG(stream, 1), null, out _);
            var conversation = RandomCommandConversation.Play(checklist, steps);
            var verdicts = conversation.Turns.Where(turn => turn.Decision.Events.Any(happened => happened is Finished))
                .Select(turn => Verdicts.Of(TeamPicture.Of(turn.Before, checklist)).GetType());
            foreach (var kind in conversation.History.Select(recorded => recorded.Event.GetType()).Concat(verdicts))
                reached[kind] = reached.GetValueOrDefault(kind) + 1;
        }

        var all = typeof(AssessmentEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(AssessmentEvent) || type.BaseType == typeof(Verdict));
        Assert.All(all, type => Assert.True(reached.GetValueOrDefault(type) > 3, $"{type.Name}: {reached.GetValueOrDefault(type)}"));
    }

    [Fact]
    public void Folding_the_events_gives_the_state() => Sample((checklist, conversation) =>
    {
        var folded = conversation.History.Aggregate(AssessmentEvolution.Nothing(RandomCommandConversation.Id, null), (state, recorded) => state.Apply(recorded));
        Assert.Equal(Json(conversation.State), Json(folded));
        Assert.Equal(Enumerable.Range(1, conversation.History.Count).Select(sequence => (long)sequence), conversation.History.Select(recorded => recorded.Sequence));
    });

    [Fact]
    public void Events_read_back_from_their_json_give_the_state_too() => Sample((checklist, conversation) =>
    {
        var state = AssessmentEvolution.Nothing(RandomCommandConversation.Id, null);
        foreach (var recorded in conversation.History)
        {
            var json = JsonSerializer.Serialize(recorded.Event, AssessmentsJson.Default.AssessmentEvent);
            state = state.Apply(recorded with { Event = JsonSerializer.Deserialize(json, AssessmentsJson.Default.AssessmentEvent)! });
        }

        Assert.Equal(Json(conversation.State), Json(state));
        Assert.Equal(Json(state), Json(JsonSerializer.Deserialize(Json(state), AssessmentsJson.Default.Assessment)!));
    });

    [Fact]
    public void Undo_typed_again_and_again_takes_back_only_ones_own_each_once_and_ends() => Sample((checklist, conversation) =>
    {
        foreach (var person in conversation.History.Select(recorded => recorded.Person).Distinct())
        {
            var (state, undone) = (conversation.State, new HashSet<long>());
            var context = new DecisionContext { Checklist = checklist, Now = conversation.History[^1].At.AddMinutes(1), Person = person };
            while (Decider.Decide(state, new Undo(null), context) is { Events: [{ Undoes: { } sequence }, ..] events })
            {
                Assert.True(undone.Add(sequence), $"{sequence} is taken back a second time");
                Assert.Equal(person, conversation.History.Single(recorded => recorded.Sequence == sequence).Person);
                state = events.Aggregate(state, (before, happened) => before.Apply(new RecordedEvent(before.Version + 1, context.Now, person, happened)));
            }
        }
    });

    [Fact]
    public void Nothing_is_dropped_in_silence_a_turn_without_event_and_reply_only_repeats_what_the_card_shows() => Sample((checklist, conversation) =>
    {
        foreach (var turn in conversation.Turns.Where(turn => turn.Decision is { Events.IsEmpty: true, Reply: null }))
            Assert.True(
                // The second tap of a double one repeats what the card has just shown.
                turn.Step is { Command: Back or Next or Go or FocusOn } or { Command: AnswerByIds { Answers: [_], LeftAlone: null }, Seconds: 0 },
                $"{turn.Step.Command} in phase {turn.Before.Phase}");
    });

    [Fact]
    public void The_same_answer_twice_makes_no_event() => Sample((checklist, conversation) =>
    {
        foreach (var turn in conversation.Turns.Where(turn => turn.Step.Command is AnswerByIds && turn.After.Phase == Phase.Open))
            if (!turn.Decision.Events.IsEmpty || turn.Decision.Reply is null)
                Assert.DoesNotContain(
                    Decider.Decide(turn.After, turn.Step.Command, conversation.Context(turn.Step.Person.Number)).Events,
                    happened => happened is Answered answered && turn.Step.Command is AnswerByIds { Answers: [var only] } && only.Key == answered.Item);
    });

    [Fact]
    public void Undo_after_answers_restores_the_answers() => Sample((checklist, conversation) =>
    {
        foreach (var turn in conversation.Turns)
        {
            if (turn.Events.Where(recorded => recorded.Event is Answered).ToList() is not [var answered] || turn.Step.Command is Undo)
                continue;
            var undone = Decider.Decide(turn.After, new Undo(answered.Sequence), conversation.Context(answered.Person));
            var inverse = Assert.Single(undone.Events, happened => happened is not FocusMoved);
            var state = turn.After.Apply(new RecordedEvent(turn.After.Version + 1, answered.At, answered.Person, inverse));
            Assert.Equal(Said(turn.Before), Said(state));
        }
    });

    [Fact]
    public void Typed_undo_takes_back_only_what_oneself_did() => Sample((checklist, conversation) =>
    {
        foreach (var turn in conversation.Turns.Where(turn => turn.Step.Command is Undo { Sequence: null }))
            foreach (var happened in turn.Decision.Events.OfType<Answered>())
                Assert.Equal(turn.Before.Item(happened.Item).OptionOf(turn.Step.Person.Number), happened.Previous);
    });

    [Fact]
    public void Finishing_gives_what_trying_every_mix_and_completion_gives() => Sample((checklist, conversation) =>
    {
        foreach (var turn in conversation.Turns.Where(turn => turn.Before.Phase == Phase.Open && turn.Step.Command is Finish))
        {
            var naive = new NaiveTeam(turn.Before, checklist);
            var finished = turn.Decision.Events.OfType<Finished>().SingleOrDefault()?.Decision;
            if (naive.NobodyChose || (naive.Verdict.Word == "undecided" && turn.Step.Command is Finish { WithoutAgreement: false }))
                Assert.Null(finished);
            else
                AssertDecision(finished!, naive, checklist);
        }
    });

    [Fact]
    public void Verdicts_and_what_matters_equal_the_naive_ones_at_every_step() => Sample((checklist, conversation) =>
    {
        foreach (var state in conversation.Turns.Select(turn => turn.After).TakeLast(4))
        {
            var naive = new NaiveTeam(state, checklist);
            var picture = TeamPicture.Of(state, checklist);
            Assert.Equal(naive.Spread, picture.Spread);
            Assert.Equal(naive.Matters, picture.Matters);
            switch (Verdicts.Of(picture))
            {
                case Agreed agreed:
                    Assert.Equal(("agreed", agreed.Path), (naive.Verdict.Word, naive.Verdict.Paths[0]));
                    break;
                case Majority majority:
                    Assert.Equal(("majority", majority.Path), (naive.Verdict.Word, naive.Verdict.Paths[0]));
                    break;
                case Undecided undecided:
                    Assert.Equal("undecided", naive.Verdict.Word);
                    Assert.Equal(naive.Verdict.Paths, undecided.Split.Paths);
                    AssertFewest(undecided.Split, naive, picture);
                    break;
            }
        }
    });

    private static void AssertDecision(DecisionSnapshot decision, NaiveTeam naive, CompiledChecklist checklist)
    {
        var paths = naive.Verdict.Paths.Select(path => checklist.Definition.Paths[path].Id);
        Assert.Equal(naive.Flags, decision.Flags.Select(flag => flag.Id));
        Assert.Equal(naive.Cautions, decision.Cautions.Select(caution => caution.Id));
        if (decision.Provisional)
        {
            Assert.Equal("undecided", naive.Verdict.Word);
            Assert.Equal(paths, decision.Branches.Select(branch => branch.Path.Id));
            Assert.All(decision.Branches, branch => Assert.NotEmpty(branch.When));
            Assert.Equal(naive.Spread.Length - naive.Verdict.Paths.Length, decision.OutvotedPaths.Length);
            AssertDifferences(decision, naive, checklist);
            return;
        }

        AssertDifferences(decision, naive, checklist);
        Assert.Equal([decision.Path!.Id], paths);
        Assert.Equal(naive.Spread.Length - 1, decision.OutvotedPaths.Length);
        var because = decision.Because.Select(answer => answer.Position - 1).ToList();
        var path = checklist.PathIndex(decision.Path.Id);
        Assert.True(naive.Forces(because, path));
        Assert.DoesNotContain(Subsets(naive.Answered, because.Count - 1), smaller => naive.Forces(smaller, path));
        var (items, labels) = (checklist.Definition.Items, checklist.Definition.Paths);
        Assert.Equal(
            naive.Changes(path).Select(change => (change.Item + 1, items[change.Item].Options[change.Option].Label, labels[change.Path].Label)),
            decision.WouldChange.Select(change => (change.Answer.Position, change.Answer.Label, change.PathLabel)));
    }

    private static void AssertDifferences(DecisionSnapshot decision, NaiveTeam naive, CompiledChecklist checklist)
    {
        var (items, labels) = (checklist.Definition.Items, checklist.Definition.Paths);
        foreach (var difference in decision.Differences)
        {
            var item = difference.Answer.Position - 1;
            var option = items[item].Options.Select(option => option.Label).ToList().IndexOf(difference.Answer.Label);
            var reachable = naive.StandingWith(item, option);
            Assert.Equal(reachable.SequenceEqual(naive.Verdict.Paths), difference.PathLabel is null);
            Assert.All(difference.PathLabel is null ? [] : reachable, other => Assert.Contains(labels[other].Label, difference.PathLabel, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static void AssertFewest(SplitResult split, NaiveTeam naive, TeamPicture picture)
    {
        Assert.True(naive.Decide(split.Deciders));
        Assert.All(split.Deciders, item => Assert.Null(picture.Items[item].Team));
        var tied = picture.Items.Where(item => item.Choices.Length > 0 && item.Team is null).Select(item => item.Index).ToList();
        // Where the tied items alone decide, open ones are not asked for; else any item without a team answer may be among the fewest.
        var eligible = naive.Decide(tied) ? tied : [.. picture.Items.Where(item => item.Team is null).Select(item => item.Index)];
        Assert.DoesNotContain(Subsets(eligible, split.Deciders.Length - 1), smaller => naive.Decide(smaller));
    }

    private static IEnumerable<IReadOnlyList<int>> Subsets(IReadOnlyList<int> items, int size)
    {
        if (size < 0)
            return [];
        if (size == 0)
            return [[]];
        return items.SelectMany((item, index) => Subsets([.. items.Skip(index + 1)], size - 1).Select(rest => (IReadOnlyList<int>)[item, .. rest]));
    }

    /// <summary>Who said what, without those who said nothing.</summary>
    private static string Said(Assessment state) => string.Join(
        '\n',
        state.Items.OrderBy(item => item.Key, StringComparer.Ordinal)
            .SelectMany(item => item.Value.Answers.OrderBy(answer => answer.Person).Select(answer => $"{item.Key} {answer.Person} {answer.Option}")));

    private static string Json(Assessment state) => JsonSerializer.Serialize(state, AssessmentsJson.Default.Assessment);

    private static void Sample(Action<CompiledChecklist, RandomCommandConversation> check) =>
        Any.Sample(sample => check(sample.Checklist, RandomCommandConversation.Play(sample.Checklist, sample.Steps)), iter: 300);
}
