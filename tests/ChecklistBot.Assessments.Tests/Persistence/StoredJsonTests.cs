using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Persistence;

/// <summary>What is written today must be readable for ever.</summary>
public sealed class StoredJsonTests
{
    private static readonly DecisionSnapshot Decision = Scenes.Recommended().State.Decision!;

    private static readonly AssessmentEvent[] OneOfEach =
    [
        new Started(1, "CRM to accounting", new ChecklistStamp("should-we-integrate", "1.0.0", "abc"), Pace.Quick, "frequency"),
        new Renamed("New", "Old"),
        new Answered("delay", "hours", "days"),
        new AnswerWithdrawn("delay", "hours"),
        new FocusMoved("delay"),
        new PaceChanged(Pace.Quick),
        new Settled("delay", "hours", "days"),
        new SettlementWithdrawn("delay", "hours"),
        new DisagreementFound(),
        new Finished(Decision with { Checklist = Decision.Checklist with { Hash = "abc" } }),
        new Reopened(2),
        new ReopeningUndone(1),
        new Cancelled(),
        new Resumed(),
        new Pinned(1),
        new Unpinned(1),
        new CardMoved(2),
        new RecommendationRepeated(1, 2),
    ];

    [Fact]
    public void The_set_of_events_here_is_complete()
    {
        var all = typeof(AssessmentEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType).ToList();
        Assert.Equal(all, OneOfEach.Select(happened => happened.GetType()));
        Assert.Equal(
            typeof(AssessmentEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(AssessmentEvent)).Select(type => type.Name).Order(),
            all.Select(type => type.Name).Order());
    }

    [Fact]
    public void The_written_names_of_events_never_change() => Golden.Matches(
        "events.jsonl",
        string.Concat(OneOfEach.Select(happened => JsonSerializer.Serialize(happened, AssessmentsJson.Default.AssessmentEvent) + "\n")));

    [Fact]
    public void An_undo_says_what_it_took_back()
    {
        AssessmentEvent undo = new Renamed("Old", "New") { Undoes = 7 };
        var written = JsonSerializer.Serialize(undo, AssessmentsJson.Default.AssessmentEvent);
        Assert.Equal("""{"type":"renamed","title":"Old","previous":"New","undoes":7}""", written);
        Assert.Equal(undo, JsonSerializer.Deserialize(written, AssessmentsJson.Default.AssessmentEvent));
    }

    [Fact]
    public void Every_event_reads_back_as_it_was_written() => Assert.All(OneOfEach, happened =>
    {
        var json = JsonSerializer.Serialize(happened, AssessmentsJson.Default.AssessmentEvent);
        var read = JsonSerializer.Deserialize(json, AssessmentsJson.Default.AssessmentEvent);
        Assert.Equal(happened.GetType(), read?.GetType());
        Assert.Equal(json, JsonSerializer.Serialize(read, AssessmentsJson.Default.AssessmentEvent));
        if (happened is not Finished)
            Assert.Equal(happened, read);
    });

    [Fact]
    public void The_events_written_in_the_golden_file_can_still_be_read_and_applied()
    {
        var state = AssessmentEvolution.Nothing(new AssessmentId(Guid.Empty), null);
        foreach (var line in Golden.Read("events.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var happened = JsonSerializer.Deserialize(line, AssessmentsJson.Default.AssessmentEvent);
            state = state.Apply(new RecordedEvent(state.Version + 1, DateTimeOffset.UnixEpoch, 1, happened!));
        }

        Assert.Equal(OneOfEach.Length, state.Version);
    }

    [Fact]
    public void A_state_reads_back_as_it_was_written_and_draws_the_same_card()
    {
        foreach (var team in (Conversation[])[Scenes.Start(), Scenes.Midway(), Scenes.Undecided(), Scenes.Provisional(), Scenes.Superseded(), Scenes.Midway().Says(Ann, "cancel")])
        {
            var json = JsonSerializer.Serialize(team.State, AssessmentsJson.Default.Assessment);
            var read = JsonSerializer.Deserialize(json, AssessmentsJson.Default.Assessment)!;
            Assert.Equal(json, JsonSerializer.Serialize(read, AssessmentsJson.Default.Assessment));
            foreach (var post in team.Posts)
                Assert.Equal(
                    CardText.Of(team.Draw(post)),
                    CardText.Of(Assessments.Views.CardViews.Draw(post.Content, read, team.View(read.Id))));
        }
    }

    /// <summary>Versions before wrote the newest decision a second time.</summary>
    [Fact]
    public void A_state_that_holds_its_decision_twice_is_read_like_one_that_holds_it_once()
    {
        var json = JsonSerializer.Serialize(Scenes.Superseded().State, AssessmentsJson.Default.Assessment);
        Assert.DoesNotContain("\"decision\":", json, StringComparison.Ordinal);
        var twice = JsonNode.Parse(json)!;
        twice["decision"] = twice["decisions"]!.AsArray()[^1]!.DeepClone();

        var read = JsonSerializer.Deserialize(twice.ToJsonString(), AssessmentsJson.Default.Assessment)!;

        Assert.Equal(json, JsonSerializer.Serialize(read, AssessmentsJson.Default.Assessment));
        Assert.Equal(Scenes.Superseded().State.Decision!.Revision, read.Decision!.Revision);
    }

    [Fact]
    public void The_written_names_of_a_state_never_change() =>
        Golden.Matches("state.json", JsonSerializer.Serialize(Stable() with { Checklist = new ChecklistStamp("c", "1", "abc") }, AssessmentsJson.Default.Assessment) + "\n");

    /// <summary>With one item only: a dictionary has no order of its own.</summary>
    private static Assessment Stable() => Scenes.Start().Says(Ann, "2b").Says(Ben, "2c").Says(Ann, "settle 2b").Says(Ann, "quick").Says(Ann, "next").State with { PinnedRevision = 1, FinishAsked = true };

    [Fact]
    public void A_snapshot_written_before_one_of_its_lists_existed_has_that_list_empty()
    {
        const string Old = """
            {"type":"finished","decision":{"revision":1,"at":"2026-11-24T09:30:00+00:00","finishedBy":1,"title":"Old",
            "checklistTitle":"T","checklist":{"id":"c","version":"1","hash":"abc"},"path":{"id":"p","label":"Path","what":"What.","next":"Next."}}}
            """;
        var happened = JsonSerializer.Deserialize(Old, AssessmentsJson.Default.AssessmentEvent)!;
        var state = Scenes.Start().State.Apply(new RecordedEvent(2, DateTimeOffset.UnixEpoch, 1, happened));
        var team = Scenes.Start();
        Assessments.Views.CardViews.Draw(new RecommendationContent(1, 1), state, team.View(state.Id)).Shows("# Recommended path: Path");
        Assessments.Views.CardViews.Draw(new RecordContent(), state, team.View(state.Id)).Shows("Recommended path: Path");
        Assert.Equal([1], PeopleShown.In(state));
    }

    [Fact]
    public void A_state_written_before_one_of_its_lists_existed_has_that_list_empty()
    {
        var written = (JsonObject)JsonSerializer.SerializeToNode(Scenes.Midway().State, AssessmentsJson.Default.Assessment)!;
        foreach (var list in (string[])["items", "decisions", "participants", "recent"])
            Assert.True(written.Remove(list));
        var state = written.Deserialize(AssessmentsJson.Default.Assessment)!;
        Assert.Empty(state.Items);
        Assert.Equal([1], PeopleShown.In(state));
        Assessments.Views.CardViews.Draw(new LiveContent(1), state, Scenes.Start().View(state.Id)).Shows("0 of 6 answered");
    }

    [Fact]
    public void Every_kind_of_message_reads_back_as_it_was_written()
    {
        var reply = Scenes.Undecided().Says(Ann, "finish").Answer!.Content;
        var register = Scenes.Superseded().Says(Ann, "list").Answer!.Content;
        foreach (var content in (MessageContent[])[new LiveContent(2), new RecommendationContent(2, 1), new PinPostContent(2, 1), new RecordContent(), new RecordContent(2), reply, register, new SaidContent("1b")])
        {
            var json = JsonSerializer.Serialize(content, AssessmentsJson.Default.MessageContent);
            var read = JsonSerializer.Deserialize(json, AssessmentsJson.Default.MessageContent);
            Assert.Equal(json, JsonSerializer.Serialize(read, AssessmentsJson.Default.MessageContent));
        }
    }

    [Fact]
    public void Every_block_of_a_card_is_written()
    {
        var known = typeof(CardBlock).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType.Name).Order();
        Assert.Equal(typeof(CardBlock).Assembly.GetTypes().Where(type => type.BaseType == typeof(CardBlock)).Select(type => type.Name).Order(), known);
        Assert.All((Conversation[])[Scenes.Midway(), Scenes.Undecided(), Scenes.Provisional()], team => Assert.All(team.Posts, post =>
        {
            var card = team.Draw(post);
            var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(card, AssessmentsJson.Default.Card), AssessmentsJson.Default.Card)!;
            Assert.Equal(CardText.Of(card), CardText.Of(read));
        }));
    }
}
