using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.State;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class ListContract : StoreContract
{
    [Fact]
    public async Task A_summary_shows_what_the_newest_events_made_of_the_assessment()
    {
        var run = await Started("CRM to accounting", thread: "t1");
        Assert.Equal(
            new AssessmentSummary { Id = run.Id, Number = 1, Title = "CRM to accounting", Phase = Phase.Open, Revision = 1, StartedAt = Samples.At, Thread = "t1" },
            Assert.Single(await List()) with { Flags = [] });

        var decision = Samples.Decision(1, "Nightly batch", "Real-time required", "High cost of error");
        await Write(turn => run.AppendAsync(turn, Now, 2, Token, new Renamed("ERP", "CRM"), new Finished(decision), new Pinned(1)));

        var finished = Assert.Single(await List());
        Assert.Equal(["Real-time required", "High cost of error"], finished.Flags);
        Assert.Equal(
            new AssessmentSummary
            {
                Id = run.Id,
                Number = 1,
                Title = "ERP",
                Phase = Phase.Finished,
                Revision = 1,
                PathLabel = "Nightly batch",
                StartedAt = Samples.At,
                DecidedAt = decision.At,
                DecidedRevision = 1,
                PinnedRevision = 1,
                Thread = "t1",
            },
            finished with { Flags = [] });

        await Write(turn => run.AppendAsync(
            turn, Now, 2, Token, new Reopened(2), new Finished(Samples.Decision(2, path: null)), new Unpinned(1), new Reopened(3)));

        var reopened = Assert.Single(await List());
        Assert.Equal((Phase.Open, 3, null, true, null), (reopened.Phase, reopened.Revision, reopened.PathLabel, reopened.Provisional, reopened.PinnedRevision));
        Assert.Empty(reopened.Flags);
    }

    [Fact]
    public async Task The_register_has_a_pinned_decision_that_was_replaced_as_it_was_given()
    {
        var replaced = await Started("Replaced");
        var newest = await Started("Newest");
        var batch = Samples.Decision(1, "Nightly batch", "High cost of error");
        await Write(async turn =>
        {
            await newest.AppendAsync(turn, Now, 1, Token, new Finished(batch), new Pinned(1), new Reopened(2));
            await replaced.AppendAsync(turn, Now, 1, Token, new Finished(batch), new Pinned(1), new Reopened(2), new Finished(Samples.Decision(2, "Event stream")));
        });

        var register = await List(new AssessmentQuery { PinnedOnly = true });
        Assert.Null(register[0].PinnedDecision);
        Assert.Equal(
            (1, "Nightly batch", "High cost of error", batch.At),
            register[1].PinnedDecision is { } given ? (given.Revision, given.Path!.Label, Assert.Single(given.Flags).Text, given.At) : default);
        Assert.Equal(("Event stream", 2), (register[1].PathLabel, register[1].DecidedRevision));
        Assert.All(await List(), one => Assert.Null(one.PinnedDecision));
    }

    [Fact]
    public async Task The_newest_come_first_a_page_at_a_time()
    {
        for (var i = 1; i <= 7; i++)
            await Started($"Number {i}");

        Assert.Equal([7, 6, 5], await Numbers(new AssessmentQuery { Limit = 3 }));
        Assert.Equal([4, 3, 2], await Numbers(new AssessmentQuery { Limit = 3, Before = 5 }));
        Assert.Equal([1], await Numbers(new AssessmentQuery { Limit = 3, Before = 2 }));
        Assert.Empty(await Numbers(new AssessmentQuery { Limit = 3, Before = 1 }));
        Assert.Empty(await Numbers(new AssessmentQuery { Limit = 0 }));
    }

    [Fact]
    public async Task Number_thread_phase_and_pin_each_restrict()
    {
        var open = await Started("Open", thread: "t1");
        var finished = await Started("Finished", thread: "t1");
        var pinned = await Started("Pinned", thread: "t2");
        var cancelled = await Started("Cancelled");
        await Write(async turn =>
        {
            await finished.AppendAsync(turn, Now, 1, Token, new Finished(Samples.Decision(1, "Nightly batch")));
            await pinned.AppendAsync(turn, Now, 1, Token, new Finished(Samples.Decision(1, "Nightly batch")), new Pinned(1));
            await cancelled.AppendAsync(turn, Now, 1, Token, new Cancelled());
        });

        Assert.Equal([open.State.Number], await Numbers(new AssessmentQuery { Number = 1 }));
        Assert.Empty(await Numbers(new AssessmentQuery { Number = 5 }));
        Assert.Equal([2, 1], await Numbers(new AssessmentQuery { Thread = "t1" }));
        Assert.Equal([1], await Numbers(new AssessmentQuery { Thread = "t1", Phase = Phase.Open }));
        Assert.Equal([3, 2], await Numbers(new AssessmentQuery { Phase = Phase.Finished }));
        Assert.Equal([4], await Numbers(new AssessmentQuery { Phase = Phase.Cancelled }));
        Assert.Equal([3], await Numbers(new AssessmentQuery { PinnedOnly = true }));
        Assert.Equal([3], await Numbers(new AssessmentQuery { PinnedOnly = true, Before = 9, Words = ["PIN"], Phase = Phase.Finished }));
        Assert.Empty(await Numbers(new AssessmentQuery { PinnedOnly = true, Before = 3 }));
    }

    [Fact]
    public async Task A_date_finds_what_was_decided_within_it_or_started_and_not_yet_decided_or_has_it_in_its_text()
    {
        await Started("Open");
        var decided = await Started("Decided");
        await Started("About 2026-12");
        var decision = Samples.Decision(1, "Nightly batch");
        await Write(turn => decided.AppendAsync(turn, Now, 1, Token, new Finished(decision with { At = Samples.At.AddDays(40) })));

        Assert.Equal([3, 1], await Found("2026-12", Samples.At, Samples.At.AddDays(40)));
        Assert.Equal([3, 2], await Found("2026-12", Samples.At.AddDays(40), Samples.At.AddDays(41)));
        Assert.Empty(await Found("2027-02", Samples.At.AddDays(41), Samples.At.AddDays(99)));
        Assert.Equal([1], await Numbers(new AssessmentQuery { Words = ["open"], Dates = [new("2027-02", Samples.At, Samples.At.AddDays(1))], Before = 3 }));
        Assert.Equal(2, await Read(reader => reader.CountAsync(Room, new AssessmentQuery { Dates = [new("2027-02", Samples.At, Samples.At.AddDays(1))] }, Token)));

        Task<IEnumerable<int>> Found(string word, DateTimeOffset from, DateTimeOffset before) =>
            Numbers(new AssessmentQuery { Dates = [new(word, from, before)] });
    }

    [Fact]
    public async Task The_count_is_that_of_every_page_together()
    {
        var pinned = await Started("Pinned", thread: "t1");
        await Started("Open", thread: "t1");
        var elsewhere = Room with { Id = "other" };
        await Save(elsewhere);
        await Started("Elsewhere", elsewhere);
        await Write(turn => pinned.AppendAsync(turn, Now, 1, Token, new Finished(Samples.Decision(1, "Nightly batch")), new Pinned(1)));

        Assert.Equal(2, await Count(new AssessmentQuery()));
        Assert.Equal(2, await Count(new AssessmentQuery { Before = 2, Limit = 1 }));
        Assert.Equal(1, await Count(new AssessmentQuery { PinnedOnly = true, Before = 1, Limit = 0 }));
        Assert.Equal(1, await Count(new AssessmentQuery { Thread = "t1", Phase = Phase.Open, Words = ["OPEN"] }));
        Assert.Equal(0, await Count(new AssessmentQuery { Number = 9 }));

        Task<int> Count(AssessmentQuery query) => Read(reader => reader.CountAsync(Room, query, Token));
    }

    [Fact]
    public async Task A_cancelled_revision_is_found_as_that_and_as_the_finished_one_before_it()
    {
        var never = await Started("Never");
        var again = await Started("Again");
        await Write(async turn =>
        {
            await never.AppendAsync(turn, Now, 1, Token, new Cancelled());
            await again.AppendAsync(turn, Now, 1, Token, new Finished(Samples.Decision(1, "Nightly batch")), new Reopened(2), new Cancelled());
        });

        Assert.Equal([2, 1], await Numbers(new AssessmentQuery { Words = ["cancelled"] }));
        Assert.Equal([2], await Numbers(new AssessmentQuery { Words = ["finished"] }));
    }

    [Fact]
    public async Task The_link_is_that_of_the_pinned_recommendation_or_else_of_the_newest()
    {
        var run = await Started("CRM to accounting");
        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Finished(Samples.Decision(1, "Nightly batch"))));
        Assert.Equal((null, false), await LinkOf());

        await Recommend(run, revision: 1, copy: 1, "https://one.example/", MessageState.Delivered);
        Assert.Equal(("https://one.example/", false), await LinkOf());

        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Reopened(2), new Finished(Samples.Decision(2, "Nightly batch"))));
        await Recommend(run, revision: 2, copy: 1, "https://two.example/", MessageState.Delivered);
        Assert.Equal(("https://two.example/", false), await LinkOf());

        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Pinned(1)));
        Assert.Equal(("https://one.example/", false), await LinkOf());

        await Recommend(run, revision: 1, copy: 1, "https://one.example/", MessageState.Lost);
        Assert.Equal((null, true), await LinkOf());

        await Recommend(run, revision: 1, copy: 2, "https://one-again.example/", MessageState.Delivered);
        Assert.Equal(("https://one-again.example/", false), await LinkOf());
    }

    [Fact]
    public async Task What_the_platform_said_of_the_recommendation_is_in_the_list_once_pinning_is_done_or_refused()
    {
        var run = await Started("CRM to accounting");
        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Finished(Samples.Decision(1, "Nightly batch"))));
        await Recommend(run, revision: 1, copy: 1, "https://one.example/", MessageState.Delivered);
        await Say("Only some people may pin.", pinned: false, MessageState.Refused);
        Assert.Equal((null, "Only some people may pin."), await SaidOf());

        await Write(turn => turn.WantPinAsync(Room, run.Id, "recommendation-1-1", pinned: true, Now, Token));
        Assert.Equal((null, null), await SaidOf());

        await Say("It is pinned here.", pinned: true, MessageState.Delivered);
        Assert.Equal(("It is pinned here.", null), await SaidOf());

        Task Say(string note, bool pinned, MessageState state) => Write(turn => turn.SaveDeliveryAsync(
            Room, 1, Deliveries.Done(version: 9, pinned) with { State = state, Note = note }, Token));
    }

    [Fact]
    public async Task Where_a_post_stands_for_the_pin_the_list_tells_of_the_post_and_leads_there()
    {
        var run = await Started("CRM to accounting");
        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Finished(Samples.Decision(1, "Nightly batch")), new Pinned(1)));
        await Recommend(run, revision: 1, copy: 1, "https://one.example/", MessageState.Delivered);
        await Post(copy: 1, link: null, MessageState.Pending);
        Assert.Equal(("https://one.example/", false), await LinkOf());

        await Post(copy: 1, "https://post.example/", MessageState.Refused);
        Assert.Equal((null, "Said of the post."), await SaidOf());

        await Post(copy: 1, "https://post.example/", MessageState.Delivered);
        Assert.Equal(("https://post.example/", false), await LinkOf());
        Assert.Equal(("Said of the post.", null), await SaidOf());

        await Post(copy: 1, "https://post.example/", MessageState.Lost);
        Assert.Equal(("https://one.example/", true), await LinkOf());
        Assert.True(await PostLost());

        await Post(copy: 2, "https://again.example/", MessageState.Delivered);
        Assert.Equal(("https://again.example/", false), await LinkOf());
        Assert.False(await PostLost());

        await Post(copy: 2, "https://again.example/", MessageState.Lost);
        await Recommend(run, revision: 1, copy: 1, "https://one.example/", MessageState.Lost);
        Assert.Equal((null, true), await LinkOf());
        Assert.True(await PostLost());

        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Unpinned(1)));
        Assert.False(await PostLost());

        Task Post(int copy, string? link, MessageState state) => Write(async turn =>
        {
            var slot = $"pin:1:{copy}";
            var wanted = new WantedMessage { Content = new PinPostContent(1, copy), Assessment = run.Id, Slot = slot };
            var number = await turn.WantMessageAsync(Room, wanted, Now, Token);
            await turn.WantPinAsync(Room, run.Id, slot, pinned: true, Now, Token);
            var update = Deliveries.Done(version: 9, pinned: true) with { State = state, Link = link, Note = "Said of the post." };
            await turn.SaveDeliveryAsync(Room, number, update, Token);
        });

        async Task<bool> PostLost() => (await Read(reader => reader.FindAssessmentAsync(Room, run.Id, Token)))!.PinPostLost;
    }

    private async Task<(string? Pin, string? Refused)> SaidOf()
    {
        var summary = Assert.Single(await List());
        return (summary.PinNote, summary.RefusedBecause);
    }

    private async Task<(string? Link, bool Gone)> LinkOf()
    {
        var summary = Assert.Single(await List());
        return (summary.Link, summary.LinkGone);
    }

    private Task Recommend(Run run, int revision, int copy, string link, MessageState state) => Write(async turn =>
    {
        var wanted = new WantedMessage
        {
            Content = new RecommendationContent(revision, copy),
            Assessment = run.Id,
            Slot = $"recommendation-{revision}-{copy}",
        };
        var number = await turn.WantMessageAsync(Room, wanted, Now, Token);
        await turn.SaveDeliveryAsync(Room, number, Deliveries.Done(version: 9, link: link) with { State = state }, Token);
    });

    private async Task<IEnumerable<int>> Numbers(AssessmentQuery query) => (await List(query)).Select(one => one.Number);

    private Task<IReadOnlyList<AssessmentSummary>> List(AssessmentQuery? query = null, ConversationKey? key = null) =>
        Read(reader => reader.ListAsync(key ?? Room, query ?? new AssessmentQuery(), Token));
}
