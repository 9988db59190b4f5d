using ChecklistBot.Assessments.Channels;
using ChecklistBot.Delivery;
using ChecklistBot.Health;
using ChecklistBot.Storage;
using ChecklistBot.Tests.Turns;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChecklistBot.Tests.Delivery;

/// <summary>How messages come to their wanted state, whatever the platform answers.</summary>
public sealed class DeliveryTests
{
    private static readonly TimeSpan EditPause = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task A_card_is_posted_once_and_then_edited_in_place()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM to accounting");
        await bot.DeliverAsync();
        await bot.SayAsync("Ann", "1a");
        await bot.DeliverAfterAsync(EditPause);

        Assert.Equal(["post", "edit"], bot.Channel.Calls.Select(call => call.Verb));
        Assert.Equal("id-1", bot.Channel.Calls[1].MessageId);
        Assert.Contains("1 of 6 answered", bot.Channel.Calls[1].Message.Card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_changes_between_two_sends_become_one_edit_with_the_newest_state()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        foreach (var answer in (string[])["1a", "2b", "3c"])
            await bot.SayAsync("Ann", answer);
        await bot.DeliverAfterAsync(EditPause);

        Assert.Equal(2, bot.Channel.Calls.Count);
        Assert.Contains("3 of 6 answered", bot.Channel.Calls[1].Message.Card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_edited_at_most_once_in_a_second_and_a_half()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));
        await bot.SayAsync("Ann", "1a");
        await bot.DeliverAsync();
        await bot.SayAsync("Ann", "2a");
        await bot.DeliverAfterAsync(EditPause - TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, bot.Channel.Calls.Count);

        await bot.DeliverAfterAsync(TimeSpan.FromMilliseconds(1));
        Assert.Equal(3, bot.Channel.Calls.Count);
    }

    [Fact]
    public async Task An_edit_that_failed_counts_too_so_the_next_keeps_its_distance()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        bot.Channel.Outcomes.Enqueue(new Unknown("502"));
        bot.Channel.Outcomes.Enqueue(new Wait(TimeSpan.FromSeconds(1)));
        await bot.SayAsync("Ann", "1a");
        await bot.DeliverAfterAsync(EditPause);
        for (var edits = 2; edits < 4; edits++)
        {
            await bot.DeliverAfterAsync(EditPause - TimeSpan.FromMilliseconds(1));
            Assert.Equal(edits, bot.Channel.Calls.Count);
            await bot.DeliverAfterAsync(TimeSpan.FromSeconds(1));
            Assert.Equal(edits + 1, bot.Channel.Calls.Count);
        }
    }

    /// <summary>Whatever it is that the platform cannot bear in one message, a decision must not wait behind it for ever.</summary>
    [Theory]
    [InlineData(true, 15)]
    [InlineData(false, 45)]
    public async Task A_post_that_fails_by_itself_holds_up_the_others_for_a_while_only_and_is_told_of(bool othersPass, int minutes)
    {
        await using var bot = await TestBot.StartAsync();
        var tries = othersPass ? DeliverySteps.AttemptsAlone : DeliverySteps.AttemptsInVain;
        for (var i = 0; i < tries; i++)
            bot.Channel.Outcomes.Enqueue(new Unknown("502"));
        await bot.SayAsync("Ann", "help", replies: ReplyPlacement.InConversation);
        await bot.SayAsync("Ann", "start CRM to accounting");
        var health = new DeliveryHealth(bot.Store, bot.Trouble, bot.Time);

        await bot.DeliverAsync();
        var waited = TimeSpan.Zero;
        for (; bot.Channel.Calls[^1].Message.Number == 1; waited += EditPause)
        {
            if (othersPass)
                bot.Trouble.Note("fake", DeliveryStep.Post, new Delivered("elsewhere"), attempts: 0);
            await bot.DeliverAfterAsync(EditPause);
        }

        Assert.InRange(waited, TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes + 1));
        Assert.Equal(tries + 1, bot.Channel.Calls.Count);
        Assert.Equal((MessageState.Pending, MessageState.Delivered), ((await bot.MessagesAsync())[0].State, (await bot.MessagesAsync())[1].State));
        Assert.Contains("has failed for a quarter of an hour", (await health.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Description, StringComparison.Ordinal);

        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(10));
        Assert.All(await bot.MessagesAsync(), message => Assert.Equal(MessageState.Delivered, message.State));
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status);
    }

    /// <summary>The card was tried in vain as often as a message that fails by itself, but nothing else got through either.</summary>
    [Fact]
    public async Task After_a_long_outage_messages_arrive_in_the_order_in_which_they_were_meant()
    {
        await using var bot = await TestBot.StartAsync();
        for (var i = 0; i <= DeliverySteps.AttemptsAlone; i++)
            bot.Channel.Outcomes.Enqueue(new Unknown("502"));
        await bot.SayAsync("Ann", "start CRM to accounting");
        await bot.SayAsync("Ann", "help", replies: ReplyPlacement.InConversation);
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromMinutes(40); passed += EditPause)
        {
            await bot.DeliverAfterAsync(EditPause);
            // What is heard elsewhere, once the platform is well again.
            if (bot.Channel.Outcomes.Count == 0)
                bot.Trouble.Note("fake", DeliveryStep.Post, new Delivered("elsewhere"), attempts: 0);
        }

        Assert.Equal([1L, 2L], bot.Channel.Calls.Select(call => call.Message.Number).Distinct());
        Assert.All(await bot.MessagesAsync(), message => Assert.Equal(MessageState.Delivered, message.State));
    }

    [Fact]
    public async Task What_another_copy_has_mended_is_no_trouble_any_more()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Trouble.Note("fake", DeliveryStep.Post, new Unknown("503"), attempts: 0);
        bot.Time.Advance(TimeSpan.FromMinutes(3));

        var health = new DeliveryHealth(bot.Store, bot.Trouble, bot.Time);

        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task A_wait_is_kept_as_told_and_is_no_repeat()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Outcomes.Enqueue(new Wait(TimeSpan.FromSeconds(7)));
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(6.9));
        Assert.Single(bot.Channel.Calls);

        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(0.1));
        Assert.Equal(2, bot.Channel.Calls.Count);
        Assert.Equal(0, Assert.Single(await bot.MessagesAsync()).Repeats);
    }

    [Fact]
    public async Task A_post_of_unknown_outcome_is_made_again_after_30_seconds_with_the_newest_state_and_counted()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Outcomes.Enqueue(new Unknown("timed out"));
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        await bot.SayAsync("Ann", "1a");
        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(29));
        Assert.Single(bot.Channel.Calls);

        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["post", "post"], bot.Channel.Calls.Select(call => call.Verb));
        Assert.Contains("1 of 6 answered", bot.Channel.Calls[1].Message.Card.Summary, StringComparison.Ordinal);
        var message = Assert.Single(await bot.MessagesAsync());
        Assert.Equal((1, MessageState.Delivered), (message.Repeats, message.State));
    }

    [Fact]
    public async Task A_post_whose_outcome_stays_unknown_is_repeated_with_growing_pauses()
    {
        await using var bot = await TestBot.StartAsync();
        for (var i = 0; i < 4; i++)
            bot.Channel.Outcomes.Enqueue(new Unknown("reset"));
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        var pauses = new List<double>();
        var last = 0.0;
        for (var second = 1; pauses.Count < 4 && second < 1000; second++)
        {
            var before = bot.Channel.Calls.Count;
            await bot.DeliverAfterAsync(TimeSpan.FromSeconds(1));
            if (bot.Channel.Calls.Count == before)
                continue;
            pauses.Add(second - last);
            last = second;
        }

        Assert.Equal([30, 60, 120, 240], pauses);
    }

    [Fact]
    public async Task Posts_keep_their_order_while_an_earlier_one_waits()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Outcomes.Enqueue(new Wait(TimeSpan.FromSeconds(10)));
        await bot.SayAsync("Ann", "start First");
        await bot.DeliverAsync();
        await bot.SayAsync("Ann", "start Second");
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.Calls);

        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(["#1 First", "#2 Second"], bot.Channel.Calls.Skip(1).Select(call => call.Message.Card.Summary[..call.Message.Card.Summary.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_deleted_card_is_lost_edits_never_bring_it_back_and_the_next_command_posts_it_once_at_the_bottom()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        bot.Channel.Outcomes.Enqueue(new Gone());
        await bot.SayAsync("Ann", "1a");
        await bot.DeliverAfterAsync(EditPause);
        Assert.Equal(["post", "edit"], bot.Channel.Calls.Select(call => call.Verb));
        await bot.DeliverAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, bot.Channel.Calls.Count);

        await bot.SayAsync("Ben", "2b");
        await bot.DeliverAfterAsync(EditPause);
        await bot.SayAsync("Ben", "3b");
        await bot.DeliverAfterAsync(EditPause);
        Assert.Equal(["post", "edit", "post", "edit"], bot.Channel.Calls.Select(call => call.Verb));
        Assert.Equal("id-2", bot.Channel.Calls[3].MessageId);
    }

    [Fact]
    public async Task A_finished_card_gets_the_link_of_its_recommendation_once_that_is_posted()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        await bot.SayAsync("Ann", "1a 3a 6a");
        await bot.SayAsync("Ann", "finish");
        await bot.DeliverAfterAsync(EditPause);
        await bot.DeliverAfterAsync(EditPause);

        var edit = bot.Channel.Calls.Last(call => call is { Verb: "edit", MessageId: "id-1" });
        Assert.Contains(edit.Message.Card.Blocks, block => block is Assessments.Cards.LinkBlock { Link: "link-id-2" });
    }

    [Fact]
    public async Task From_a_thread_everything_stays_there_and_the_recommendation_goes_to_the_channel_too()
    {
        await using var bot = await TestBot.StartAsync();
        var thread = TestBot.Room("general", thread: "th-1");
        await bot.SayAsync("Ann", "start", thread);
        await bot.SayAsync("Ann", "1a 3a 6a", thread);
        await bot.SayAsync("Ann", "finish", thread);
        await bot.DeliverAsync();

        Assert.All(bot.Channel.Calls, call => Assert.Equal("th-1", call.Thread));
        Assert.Equal([false, true], bot.Channel.Calls.Where(call => call.Verb == "post").Select(call => call.Message.Broadcast));
    }

    /// <summary>Slack's old private channels and messages of several people have ids with G, and count as groups: they were left out.</summary>
    [Theory]
    [InlineData(ConversationKind.Group, true)]
    [InlineData(ConversationKind.Personal, false)]
    public async Task From_a_thread_the_recommendation_goes_wherever_others_are_too(ConversationKind kind, bool isBroadcast)
    {
        await using var bot = await TestBot.StartAsync();
        var thread = TestBot.Room("general", thread: "th-1") with { Kind = kind };
        foreach (var words in (string[])["start", "1a 3a 6a", "finish"])
            await bot.SayAsync("Ann", words, thread);
        await bot.DeliverAsync();

        Assert.Equal([false, isBroadcast], bot.Channel.Calls.Where(call => call.Verb == "post").Select(call => call.Message.Broadcast));
    }

    [Fact]
    public async Task After_a_rename_what_was_replaced_carries_the_title_of_today()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var words in (string[])["start Old", "1a 3a 6a", "finish", "status", "reopen", "5a", "finish", "rename New"])
        {
            await bot.SayAsync("Ann", words);
            await bot.DeliverAfterAsync(EditPause);
        }

        await bot.DeliverAfterAsync(EditPause);
        await bot.DeliverAfterAsync(EditPause);
        var shown = bot.Channel.Calls.GroupBy(call => call.MessageId).Select(calls => calls.Last().Message.Card.Summary).ToList();
        Assert.Contains(shown, summary => summary.Contains("was replaced by revision 2", StringComparison.Ordinal));
        Assert.DoesNotContain(shown, summary => summary.Contains("#1 Old: revision", StringComparison.Ordinal) || summary.Contains("#1 Old goes on", StringComparison.Ordinal));
    }
}
