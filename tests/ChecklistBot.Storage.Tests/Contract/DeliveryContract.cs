using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class DeliveryContract : StoreContract
{
    private Run run = null!;

    [Fact]
    public async Task A_delivered_message_shows_what_the_platform_said()
    {
        await WantLive();
        var update = Deliveries.Done(version: 1, link: "https://link.example/") with { Note = "Pinned in the channel.", Repeats = 2, Due = Now.AddSeconds(1.5) };

        await Deliver(update);

        var message = await Live();
        Assert.Equal(
            (MessageState.Delivered, 1L, "platform-1", "https://link.example/", "Pinned in the channel.", 0, 2, Now.AddSeconds(1.5), Samples.At),
            (message.State, message.DeliveredVersion, message.PlatformId, message.Link, message.Note, message.Attempts, message.Repeats,
                message.Due, message.SentAt));
        Assert.Empty(await Pending());
        Assert.Null(await Read(reader => reader.NextDueAsync(Token)));
    }

    [Fact]
    public async Task A_delivered_message_leads_to_its_assessment_in_its_own_conversation_only()
    {
        await WantLive();
        Assert.Null(await Read(reader => reader.FindOwnerAsync(Room, "platform-1", Token)));

        await Deliver(Deliveries.Done(version: 1));

        Assert.Equal(run.Id, await Read(reader => reader.FindOwnerAsync(Room, "platform-1", Token)));
        Assert.Null(await Read(reader => reader.FindOwnerAsync(Room, "platform-2", Token)));
        Assert.Null(await Read(reader => reader.FindOwnerAsync(Room with { Tenant = "elsewhere" }, "platform-1", Token)));
        Assert.Null(await Read(reader => reader.FindOwnerAsync(Room with { Id = "other" }, "platform-1", Token)));
    }

    [Fact]
    public async Task A_version_wanted_during_a_delivery_stays_pending_after_it()
    {
        await WantLive();
        await WantLive();

        await Deliver(Deliveries.Done(version: 1));
        Assert.Equal((MessageState.Pending, 2, 1), await Progress());

        await Deliver(Deliveries.Done(version: 2));
        Assert.Equal((MessageState.Delivered, 2, 2), await Progress());
    }

    [Fact]
    public async Task A_change_waits_for_the_pause_after_the_last_edit_and_then_no_longer()
    {
        await WantLive();
        await Deliver(Deliveries.Done(version: 1, next: Now.AddSeconds(1.5)) with { SentAt = Now });

        await WantLive(Now.AddSeconds(1));
        Assert.Equal(Now.AddSeconds(1.5), (await Live()).Due);

        await WantLive(Now.AddSeconds(9));
        Assert.Equal(Now.AddSeconds(1.5), (await Live()).Due);

        await Deliver(Deliveries.Done(version: 3, next: Now.AddSeconds(10.5)) with { SentAt = Now.AddSeconds(9) });
        await WantLive(Now.AddSeconds(20));
        Assert.Equal(Now.AddSeconds(20), (await Live()).Due);
    }

    [Fact]
    public async Task The_pause_after_an_edit_is_over_where_the_clock_was_set_back_since()
    {
        await WantLive();
        await Deliver(Deliveries.Done(version: 1, next: Now.AddSeconds(1.5)) with { SentAt = Now });
        var after = Now.AddHours(-1);

        await WantLive(after);
        Assert.Equal(after, (await Live()).Due);

        await Deliver(Deliveries.Done(version: 2, next: Now.AddSeconds(1.5)) with { SentAt = Now });
        await Write(turn => turn.WantPinAsync(Room, run.Id, "live", true, after, Token));
        Assert.Equal(after, (await Live()).Due);

        await Deliver(Deliveries.Done(version: 2, pinned: true, next: Now.AddSeconds(1.5)) with { SentAt = Now });
        await Write(turn => turn.ForgetPersonAsync(Room, 1, after, Token));
        Assert.Equal(after, (await Live()).Due);
    }

    [Fact]
    public async Task A_message_that_waits_keeps_its_back_off_when_more_is_wanted()
    {
        await WantLive();
        await Deliver(Deliveries.Again(version: 0, due: Now.AddSeconds(30), attempts: 3));

        await WantLive(Now.AddSeconds(1));

        var message = await Live();
        Assert.Equal((Now.AddSeconds(30), 3), (message.Due, message.Attempts));
        Assert.Equal(Now.AddSeconds(30), await Read(reader => reader.NextDueAsync(Token)));
    }

    [Fact]
    public async Task A_refused_message_keeps_its_reason_and_is_tried_again_with_newer_content()
    {
        await WantLive();
        await Deliver(Deliveries.Again(0, Now, 4) with { State = MessageState.Refused, Note = "The bot is not in the channel." });
        Assert.Equal((MessageState.Refused, "The bot is not in the channel."), ((await Live()).State, (await Live()).Note));
        Assert.Empty(await Pending());

        await WantLive();

        Assert.Equal((MessageState.Pending, 0), ((await Live()).State, (await Live()).Attempts));
    }

    [Theory]
    [InlineData(1, false, MessageState.Pending)]
    [InlineData(2, true, MessageState.Pending)]
    [InlineData(2, false, MessageState.Refused)]
    public async Task Only_what_was_refused_is_given_up(long version, bool pinned, MessageState state)
    {
        await WantLive();
        await WantLive();

        await Deliver(Deliveries.Again(0, Now.AddSeconds(1), 0) with { State = MessageState.Refused, RefusedVersion = version, RefusedPinned = pinned });

        Assert.Equal(state, (await Live()).State);
        Assert.Equal(state == MessageState.Pending ? Now.AddSeconds(1) : null, await Read(reader => reader.NextDueAsync(Token)));
    }

    [Fact]
    public async Task A_lost_message_is_told_with_its_assessment_and_never_comes_back()
    {
        await WantLive();
        await Deliver(Deliveries.Done(version: 1) with { State = MessageState.Lost });
        Assert.Equal((true, false), await LostOnes());

        await WantLive();
        await WantPin(pinned: true);
        Assert.Equal(MessageState.Lost, (await Live()).State);
        Assert.Empty(await Pending());

        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new CardMoved(2)));
        Assert.Equal((false, false), await LostOnes());
    }

    [Fact]
    public async Task A_lost_recommendation_counts_while_it_is_the_present_copy_of_the_newest_decision()
    {
        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Finished(Samples.Decision(1, "Nightly batch"))));
        var content = new RecommendationContent(1, 1);
        var number = await Write(turn =>
            turn.WantMessageAsync(Room, new WantedMessage { Content = content, Assessment = run.Id, Slot = "r1" }, Now, Token));
        Assert.Equal((false, false), await LostOnes());

        await Deliver(Deliveries.Done(version: 1) with { State = MessageState.Lost }, number);
        Assert.Equal((false, true), await LostOnes());

        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new RecommendationRepeated(1, 2)));
        Assert.Equal((false, false), await LostOnes());
    }

    [Fact]
    public async Task A_pin_is_pending_until_the_platform_has_answered()
    {
        await WantLive();
        await Deliver(Deliveries.Done(version: 1));

        await WantPin(pinned: true);
        Assert.Equal((MessageState.Pending, true, false), await PinState());

        await Deliver(Deliveries.Done(version: 1, pinned: true));
        Assert.Equal((MessageState.Delivered, true, true), await PinState());

        await WantPin(pinned: true);
        Assert.Equal(MessageState.Delivered, (await Live()).State);

        await WantPin(pinned: false);
        Assert.Equal((MessageState.Pending, false, true), await PinState());
    }

    [Fact]
    public async Task A_pin_of_which_nobody_knows_whether_it_happened_fulfils_no_wish()
    {
        await WantLive();
        await Deliver(Deliveries.Done(version: 1));
        await WantPin(pinned: true);
        await Deliver(Deliveries.Again(version: 1, Now.AddSeconds(1), attempts: 1) with { DeliveredPinned = null });
        Assert.Equal((MessageState.Pending, true, null), await PinState());

        await WantPin(pinned: false);
        Assert.Equal((MessageState.Pending, false, null), await PinState());

        await Deliver(Deliveries.Done(version: 1, pinned: null));
        Assert.Equal(MessageState.Pending, (await Live()).State);
        await Deliver(Deliveries.Done(version: 1));
        Assert.Equal((MessageState.Delivered, false, false), await PinState());
    }

    [Fact]
    public async Task A_pin_taken_back_before_it_was_delivered_needs_no_delivery_unless_one_was_under_way()
    {
        await WantLive();
        await Deliver(Deliveries.Done(version: 1));
        await WantPin(pinned: true);

        await WantPin(pinned: false);
        Assert.Equal((MessageState.Delivered, false, false), await PinState());

        await Deliver(Deliveries.Done(version: 1, pinned: true));
        Assert.Equal((MessageState.Pending, false, true), await PinState());
    }

    [Fact]
    public async Task Pinning_or_delivering_what_does_not_exist_is_a_fault_of_the_caller()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => WantPin(pinned: true));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Deliver(Deliveries.Done(version: 1)));
    }

    [Fact]
    public async Task A_place_in_the_stream_moves_only_when_people_would_see_a_difference()
    {
        await WantLive();
        async Task<bool> Moves(DeliveryUpdate update)
        {
            var before = (await Live()).Changed;
            await Deliver(update);
            return (await Live()).Changed > before;
        }

        Assert.False(await Moves(Deliveries.Again(0, Now.AddSeconds(1), 1)));
        Assert.True(await Moves(Deliveries.Done(1)));
        Assert.False(await Moves(Deliveries.Done(1) with { Due = Now.AddSeconds(5), SentAt = Now }));
        Assert.True(await Moves(Deliveries.Done(1, link: "https://link.example/")));
        Assert.True(await Moves(Deliveries.Done(1, link: "https://link.example/") with { Note = "Pinned." }));
        Assert.True(await Moves(Deliveries.Done(1, link: "https://link.example/", pinned: true) with { Note = "Pinned." }));
        Assert.True(await Moves(Deliveries.Done(1) with { State = MessageState.Lost }));
    }

    protected override async Task PrepareAsync() => run = await Started("CRM to accounting");

    private Task<long> WantLive(DateTimeOffset? now = null) => Write(turn =>
        turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" }, now ?? Now, Token));

    private Task WantPin(bool pinned) => Write(turn => turn.WantPinAsync(Room, run.Id, "live", pinned, Now, Token));

    private Task Deliver(DeliveryUpdate update, long number = 1) =>
        Write(turn => turn.SaveDeliveryAsync(Room, number, update, Token));

    private async Task<Message> Live() => await Read(reader => reader.FindMessageAsync(Room, run.Id, "live", Token))
        ?? throw new InvalidOperationException("The live card is not there.");

    private Task<IReadOnlyList<Message>> Pending() => Read(reader => reader.PendingAsync(Room, Token));

    private async Task<(MessageState State, long Wanted, long Delivered)> Progress()
    {
        var message = await Live();
        return (message.State, message.WantedVersion, message.DeliveredVersion);
    }

    private async Task<(MessageState State, bool Wanted, bool? Delivered)> PinState()
    {
        var message = await Live();
        return (message.State, message.WantPinned, message.DeliveredPinned);
    }

    private async Task<(bool LiveCard, bool Recommendation)> LostOnes()
    {
        var stored = await Read(reader => reader.FindAssessmentAsync(Room, run.Id, Token));
        return (stored!.LiveCardLost, stored.RecommendationLost);
    }
}
