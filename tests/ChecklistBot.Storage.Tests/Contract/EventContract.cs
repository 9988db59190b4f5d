using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.State;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class EventContract : StoreContract
{
    [Fact]
    public async Task Every_kind_of_event_is_read_back_as_it_was_written()
    {
        var kinds = typeof(AssessmentEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AssessmentEvent)));
        Assert.Equal(kinds.ToHashSet(), Samples.OneOfEach.Select(one => one.GetType()).ToHashSet());

        var id = new AssessmentId(Guid.CreateVersion7());
        var recorded = Samples.OneOfEach.Select((one, i) => new RecordedEvent(i + 1, Samples.At.AddTicks(i), 1 + (i % 3), one)).ToList();
        var state = recorded.Aggregate(AssessmentEvolution.Nothing(id, "thread-1"), (sum, one) => sum.Apply(one));
        await Write(turn => turn.AppendAsync(Room, null, state, recorded, Token));

        var read = await Read(reader => reader.EventsAsync(Room, id, Token));

        Assert.Equal(recorded.Select(Written.Text), read.Select(Written.Text));
    }

    [Fact]
    public async Task The_state_is_read_back_as_the_sum_of_its_events()
    {
        var run = await Started("CRM to accounting", thread: "1700000000.123456");
        foreach (var one in Samples.OneOfEach.Skip(1))
        {
            await Write(turn => run.AppendAsync(turn, Samples.At, 2, Token, one));

            var stored = await Read(reader => reader.FindAssessmentAsync(Room, run.Id, Token));
            var history = await Read(reader => reader.EventsAsync(Room, run.Id, Token));

            Assert.NotNull(stored);
            Assert.Equal(Written.Text(run.State), Written.Text(stored.State));
            var replayed = history.Aggregate(AssessmentEvolution.Nothing(run.Id, run.State.Thread), (sum, e) => sum.Apply(e));
            Assert.Equal(Written.Text(stored.State), Written.Text(replayed));
        }
    }

    [Fact]
    public async Task A_turn_decided_on_an_older_state_is_stale_and_leaves_nothing()
    {
        var run = await Started("CRM to accounting");
        var old = run.State;
        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new FocusMoved("delay")));
        var late = new RecordedEvent(2, Now, 2, new FocusMoved("reach"));

        await Assert.ThrowsAsync<StaleAssessmentException>(() =>
            Write(turn => turn.AppendAsync(Room, old, old.Apply(late), [late], Token)));

        var stored = await Read(reader => reader.FindAssessmentAsync(Room, run.Id, Token));
        Assert.Equal("delay", stored?.State.FocusItem);
        Assert.Equal(2, (await Read(reader => reader.EventsAsync(Room, run.Id, Token))).Count);
    }

    [Fact]
    public async Task An_assessment_starts_once()
    {
        var run = await Started("CRM to accounting");

        await Assert.ThrowsAsync<StaleAssessmentException>(() => Write(turn =>
            turn.AppendAsync(Room, null, run.State, [.. run.History], Token)));
    }

    [Fact]
    public async Task A_turn_that_fails_half_way_leaves_nothing()
    {
        var run = await Started("CRM to accounting");
        var other = new ConversationKey("web", "local", "other");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Write(async turn =>
        {
            await turn.SaveConversationAsync(new ConversationReference(other, ConversationKind.Group), Now, Token);
            await turn.SavePersonAsync(Room, new PersonReference("ann", "Ann"), Token);
            await run.AppendAsync(turn, Now, 1, Token, new Renamed("Lost", "CRM to accounting"));
            await turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" }, Now, Token);
            await turn.ClaimSeenAsync(Room, "key", "answer", Now, Now.AddHours(1), Token);
            Assert.NotNull(await turn.FindSeenAsync(Room, "key", Now, Token));
            throw new InvalidOperationException("The turn fails.");
        }));

        await Read(async reader =>
        {
            Assert.Null(await reader.FindConversationAsync(other, Token));
            Assert.Null(await reader.FindPersonAsync(Room, "ann", Token));
            Assert.Equal("CRM to accounting", (await reader.FindAssessmentAsync(Room, run.Id, Token))?.State.Title);
            Assert.Single(await reader.EventsAsync(Room, run.Id, Token));
            Assert.Empty(await reader.MessagesAsync(Room, 0, 10, Token));
            return true;
        });
        Assert.Null(await Write(turn => turn.FindSeenAsync(Room, "key", Now, Token)));
    }

    [Fact]
    public async Task Events_with_a_gap_or_a_state_beside_them_are_refused()
    {
        var run = await Started("CRM to accounting");
        var gap = new RecordedEvent(3, Now, 1, new FocusMoved("delay"));
        var next = gap with { Sequence = 2 };

        await Assert.ThrowsAsync<ArgumentException>(() =>
            Write(turn => turn.AppendAsync(Room, run.State, run.State.Apply(gap), [gap], Token)));
        await Assert.ThrowsAsync<ArgumentException>(() => Write(turn => turn.AppendAsync(Room, run.State, run.State, [next], Token)));
    }

    [Fact]
    public async Task A_turn_without_events_writes_no_state()
    {
        var run = await Started("CRM to accounting");

        await Write(turn => turn.AppendAsync(Room, run.State, run.State, [], Token));

        Assert.Equal(1, (await Read(reader => reader.FindAssessmentAsync(Room, run.Id, Token)))?.State.Version);
    }

    [Fact]
    public async Task A_turn_reads_what_it_wrote_and_others_do_not_until_it_is_kept()
    {
        var run = await Started("Before");
        await Write(async turn =>
        {
            await run.AppendAsync(turn, Now, 1, Token, new Renamed("After", "Before"));
            Assert.Equal("After", (await turn.FindAssessmentAsync(Room, run.Id, Token))?.State.Title);
            var outside = await Read(reader => reader.FindAssessmentAsync(Room, run.Id, Token));
            Assert.Equal("Before", outside?.State.Title);
        });
        Assert.Equal("After", (await Read(reader => reader.FindAssessmentAsync(Room, run.Id, Token)))?.State.Title);
    }

    [Fact]
    public async Task A_read_sees_one_moment_however_long_it_takes()
    {
        var run = await Started("Before");
        await Read(async reader =>
        {
            Assert.Equal("Before", (await reader.FindAssessmentAsync(Room, run.Id, Token))?.State.Title);
            await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Renamed("After", "Before")));
            Assert.Equal("Before", (await reader.FindAssessmentAsync(Room, run.Id, Token))?.State.Title);
            Assert.Single(await reader.EventsAsync(Room, run.Id, Token));
            return true;
        });
    }
}
