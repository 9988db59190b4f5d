using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage;
using ChecklistBot.Tests.Turns;

namespace ChecklistBot.Tests.Delivery;

/// <summary>What a platform refuses for good is shown to people and to whoever runs the bot.</summary>
public sealed class RefusalTests
{
    private static readonly TimeSpan EditPause = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task A_refusal_is_kept_with_its_reason_and_tried_again_only_when_something_changes()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Outcomes.Enqueue(new Refused("I am not in this channel: invite me."));
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        await bot.DeliverAfterAsync(TimeSpan.FromHours(1));
        var refused = Assert.Single(await bot.MessagesAsync());
        Assert.Equal((MessageState.Refused, "I am not in this channel: invite me."), (refused.State, refused.Note));
        Assert.Single(bot.Channel.Calls);

        await bot.SayAsync("Ann", "1a");
        await bot.DeliverAsync();
        Assert.Equal(2, bot.Channel.Calls.Count);
    }

    [Fact]
    public async Task What_was_wanted_while_an_edit_was_being_refused_is_tried_after_the_pause()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        await bot.SayAsync("Ann", "1a");
        bot.Channel.Outcomes.Enqueue(new Refused("This version cannot be shown."));
        bot.Channel.During = async _ =>
        {
            bot.Channel.During = null;
            await bot.SayAsync("Ann", "3a 6a");
        };
        await bot.DeliverAfterAsync(EditPause);
        await bot.DeliverAsync();
        Assert.Equal(2, bot.Channel.Calls.Count);

        await bot.DeliverAfterAsync(EditPause);

        var message = Assert.Single(await bot.MessagesAsync());
        Assert.Equal((MessageState.Delivered, message.WantedVersion), (message.State, message.DeliveredVersion));
        Assert.Equal(["post", "edit", "edit"], bot.Channel.Calls.Select(call => call.Verb));
    }

    [Fact]
    public async Task A_recommendation_that_could_not_be_posted_says_why_in_the_list()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        foreach (var words in (string[])["1a 3a 6a", "finish"])
            await bot.SayAsync("Ann", words);
        bot.Channel.Outcomes.Enqueue(new Refused("The channel is archived."));
        await bot.DeliverAfterAsync(EditPause);

        var entry = Assert.Single((await bot.SayAsync("Ben", "list")).Reply!.Blocks.OfType<Assessments.Cards.EntryBlock>());
        Assert.Contains("refused: The channel is archived.", entry.Detail, StringComparison.Ordinal);
    }

    /// <summary>The list said “open”, and nobody could tell why no card was there.</summary>
    [Fact]
    public async Task A_card_that_could_not_be_posted_says_why_in_the_list_until_it_is()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Posting = new Refused("The channel is archived.");
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        Assert.Contains("open", await ListedAsync(), StringComparison.Ordinal);
        Assert.Contains("refused: The channel is archived.", await ListedAsync(), StringComparison.Ordinal);

        bot.Channel.Posting = null;
        await bot.SayAsync("Ann", "status");
        await bot.DeliverAfterAsync(EditPause);
        Assert.DoesNotContain("refused", await ListedAsync(), StringComparison.Ordinal);

        async Task<string> ListedAsync() =>
            Assert.Single((await bot.SayAsync("Ben", "list")).Reply!.Blocks.OfType<EntryBlock>()).Detail;
    }

    [Fact]
    public async Task The_finished_card_says_why_the_recommendation_is_nowhere_until_status_brings_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        await bot.SayAsync("Ann", "1a 3a 6a");
        await bot.SayAsync("Ann", "finish");
        bot.Channel.Outcomes.Enqueue(new Refused("The channel is archived."));
        await bot.DeliverAfterAsync(EditPause);
        await bot.DeliverAfterAsync(EditPause);
        Assert.Contains("could not be posted: The channel is archived. Type status", LastShown(), StringComparison.Ordinal);
        Assert.DoesNotContain("stands in this conversation", LastShown(), StringComparison.Ordinal);

        var before = bot.Channel.Calls.Count;
        await bot.SayAsync("Ann", "status");
        await bot.DeliverAfterAsync(EditPause);
        await bot.DeliverAfterAsync(EditPause);

        Assert.Contains(await bot.MessagesAsync(), message => message is { Content: RecommendationContent, State: MessageState.Delivered });
        Assert.DoesNotContain(
            "could not be posted",
            Text(bot.Channel.Calls.Skip(before).Last(call => call.Message.Card.Kind == CardKind.Live)),
            StringComparison.Ordinal);

        string LastShown() => Text(bot.Channel.Calls[^1]);

        static string Text(Call call) => string.Join('\n', call.Message.Card.Blocks);
    }

    [Fact]
    public async Task Whoever_runs_the_bot_hears_of_a_refusal_and_of_a_platform_that_takes_nothing()
    {
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        var counted = new List<string?>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "checklistbot.deliveries")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Key == "outcome")
                    lock (counted)
                        counted.Add((string?)tag.Value);
            }
        });
        listener.Start();
        using var lines = new Faults.LogLines(Microsoft.Extensions.Logging.LogLevel.Warning);
        await using var bot = await TestBot.StartAsync(logger: lines.For<ChecklistBot.Delivery.Postman>());
        bot.Channel.Outcomes.Enqueue(new Refused("I am not in this channel: invite me."));
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        Assert.Contains(lines.All, line => line.Contains("fake refused a Post: I am not in this channel: invite me.", StringComparison.Ordinal));
        lock (counted)
            Assert.Contains("refused", counted);

        for (var tries = 0; tries < 5; tries++)
            bot.Channel.Outcomes.Enqueue(new Unknown("502"));
        await bot.SayAsync("Ann", "1a");
        await bot.DeliverAsync();
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(bot.Trouble.LongerThan(TimeSpan.FromMinutes(2)));
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["fake"], bot.Trouble.LongerThan(TimeSpan.FromMinutes(2)));

        bot.Channel.Outcomes.Clear();
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(10));
        Assert.Empty(bot.Trouble.LongerThan(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task What_the_bot_itself_holds_back_is_no_trouble_of_the_platform_and_does_not_end_one()
    {
        var patience = TimeSpan.FromMinutes(2);
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        await bot.SayAsync("Ann", "1a");
        await HoldBackAsync(new Unknown("the platform has not named the message yet") { IsHeldBack = true });
        await HoldBackAsync(new Wait(TimeSpan.FromMinutes(1)) { IsHeldBack = true });
        Assert.Empty(bot.Trouble.LongerThan(patience));

        bot.Channel.Outcomes.Enqueue(new Unknown("502"));
        await bot.DeliverAfterAsync(patience);
        await HoldBackAsync(new Wait(TimeSpan.FromMinutes(1)) { IsHeldBack = true });
        Assert.Equal(["fake"], bot.Trouble.LongerThan(patience));

        async Task HoldBackAsync(DeliveryOutcome outcome)
        {
            for (var tries = 0; tries < 3; tries++)
            {
                bot.Channel.Outcomes.Enqueue(outcome);
                await bot.DeliverAfterAsync(patience);
            }

            Assert.Empty(bot.Channel.Outcomes);
        }
    }
}
