using ChecklistBot.Assessments.Channels;
using ChecklistBot.Tests.Turns;

namespace ChecklistBot.Tests.Delivery;

/// <summary>Messages whose id nobody knew when they were posted.</summary>
public sealed class AdoptionTests
{
    private static readonly TimeSpan EditPause = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task A_copy_whose_post_nobody_knew_of_still_takes_taps_and_becomes_a_pointer()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Outcomes.Enqueue(new Unknown("timed out after sending"));
        await bot.SayAsync("Ann", "start CRM");
        await bot.DeliverAsync();
        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(30));
        var tap = TestBot.Action(bot.Channel.Calls[0].Message.Card, "Moves in real time");
        var answer = await bot.TapAsync("Ben", tap, messageId: "id-1");
        await bot.DeliverAfterAsync(EditPause);

        Assert.Contains("goes on further down", answer.Card!.Summary, StringComparison.Ordinal);
        Assert.Contains("goes on further down", bot.Channel.Calls.Last(call => call.MessageId == "id-1").Message.Card.Summary, StringComparison.Ordinal);
        Assert.Contains("1 of 6 answered", bot.Channel.Calls.Last(call => call.MessageId == "id-2").Message.Card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_the_bot_that_was_held_up_during_a_post_leaves_what_its_successor_wrote_and_its_own_card_becomes_a_pointer()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");
        bot.Channel.During = async call =>
        {
            if (call is not { Verb: "post", MessageId: "id-1" })
                return;
            // The machine freezes for longer than a claim lasts; another one takes over and, not knowing how the post went, makes it again.
            bot.Time.Advance(TimeSpan.FromSeconds(50));
            await bot.DeliverAsync();
        };
        await bot.DeliverAsync();
        await bot.DeliverAfterAsync(EditPause);
        await bot.SayAsync("Ann", "1a");
        await bot.DeliverAfterAsync(EditPause);

        Assert.Equal(["id-1", "id-2"], bot.Channel.Calls.Where(call => call.Verb == "post").Select(call => call.MessageId));
        Assert.Contains("goes on further down", bot.Channel.Calls.Last(call => call.MessageId == "id-1").Message.Card.Summary, StringComparison.Ordinal);
        Assert.Contains("1 of 6 answered", bot.Channel.Calls.Last(call => call.MessageId == "id-2").Message.Card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recommendation_that_was_posted_without_an_id_learns_it_from_a_tap_on_it_and_is_pinned()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");
        await bot.DeliverAsync();
        await bot.SayAsync("Ann", "1a 3a 6a");
        await bot.DeliverAfterAsync(EditPause);
        await bot.SayAsync("Ann", "finish");
        bot.Channel.Outcomes.Enqueue(new Delivered(""));
        await bot.DeliverAfterAsync(EditPause);
        var given = bot.Channel.Calls.Last(call => call.Verb == "post");
        await bot.TapAsync("Ben", TestBot.Action(given.Message.Card, "Pin"), messageId: "learned");
        await bot.DeliverAfterAsync(EditPause);
        await bot.DeliverAfterAsync(EditPause);

        Assert.Equal("learned", Assert.Single(bot.Channel.Calls, call => call.Verb == "pin").MessageId);
    }

    [Fact]
    public async Task A_message_that_was_posted_without_an_id_learns_it_from_the_first_tap()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Outcomes.Enqueue(new Delivered(""));
        await bot.SayAsync("Ann", "start CRM");
        await bot.DeliverAsync();
        await bot.TapAsync("Ben", TestBot.Action(bot.Channel.Calls[0].Message.Card, "Moves in real time"), messageId: "learned");
        await bot.DeliverAfterAsync(EditPause);

        Assert.Equal(("edit", "learned"), (bot.Channel.Calls[^1].Verb, bot.Channel.Calls[^1].MessageId));
    }
}
