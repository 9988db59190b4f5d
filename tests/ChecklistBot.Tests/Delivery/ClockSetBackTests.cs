using ChecklistBot.Assessments.Channels;
using ChecklistBot.Delivery;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Turns;

namespace ChecklistBot.Tests.Delivery;

/// <summary>Messages say when they are due by the wall clock. Where that is set back nobody may wait for it to come round again.</summary>
public sealed class ClockSetBackTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task What_the_platform_asked_to_wait_waits_as_long_as_told_and_no_longer()
    {
        await using var bot = await TestBot.StartAsync();
        using var loop = await bot.LoopAsync();
        bot.Channel.Outcomes.Enqueue(new Wait(TimeSpan.FromSeconds(7)));
        await bot.SayAsync("Ann", "start CRM to accounting");
        await CallsAsync(bot, 1);
        await Eventually.BecomesAsync(() => bot.MessagesAsync(), messages => messages[0].Due > bot.Time.GetUtcNow());

        bot.Time.SetBack(Hour);
        var passed = await PassUntilAsync(bot, calls: 2);

        Assert.InRange(passed, TimeSpan.FromSeconds(7), Hour / 2);
        await loop.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_card_that_was_just_edited_is_edited_again_after_its_pause()
    {
        await using var bot = await TestBot.StartAsync();
        using var loop = await bot.LoopAsync();
        await bot.SayAsync("Ann", "start CRM to accounting");
        await CallsAsync(bot, 1);
        await DeliveredAsync(bot);

        bot.Time.SetBack(Hour);
        await bot.SayAsync("Ann", "1a");
        var passed = await PassUntilAsync(bot, calls: 2);

        Assert.InRange(passed, TimeSpan.Zero, Hour / 2);
        await loop.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The loop sleeps by another clock than the one by which messages say when they are due.</summary>
    [Fact]
    public async Task Set_forward_it_keeps_nothing_new_waiting()
    {
        await using var bot = await TestBot.StartAsync();
        using var loop = await bot.LoopAsync();
        await bot.SayAsync("Ann", "start CRM to accounting");
        await CallsAsync(bot, 1);
        await DeliveredAsync(bot);

        bot.Time.SetBack(-Hour);
        await bot.SayAsync("Ann", "start Payroll");
        await CallsAsync(bot, 2);

        await loop.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_was_left_by_a_bot_that_died_is_delivered_though_the_clock_was_set_back_meanwhile()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM to accounting");

        bot.Time.SetBack(Hour);
        using var loop = await bot.LoopAsync();
        var passed = await PassUntilAsync(bot, calls: 1);

        Assert.InRange(passed, TimeSpan.Zero, Hour / 2);
        await loop.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_waits_a_day_ahead_after_a_start_does_not()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Outcomes.Enqueue(new Unknown("timed out"));
        await bot.SayAsync("Ann", "start CRM to accounting");
        await bot.DeliverAsync();

        bot.Time.SetBack(TimeSpan.FromDays(1));
        using var loop = await bot.LoopAsync();
        var passed = await PassUntilAsync(bot, calls: 2);

        Assert.InRange(passed, TimeSpan.Zero, Hour / 2);
        await loop.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_platform_that_asks_for_more_than_the_longest_pause_is_asked_again_after_that()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Outcomes.Enqueue(new Wait(TimeSpan.FromDays(2)));
        await bot.SayAsync("Ann", "start CRM to accounting");
        await bot.DeliverAsync();

        await bot.DeliverAfterAsync(Pauses.Longest - TimeSpan.FromSeconds(1));
        Assert.Single(bot.Channel.Calls);
        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, bot.Channel.Calls.Count);
    }

    [Fact]
    public void A_platform_in_trouble_is_known_as_soon_as_ever()
    {
        var time = new SteppingClock(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var trouble = new DeliveryTrouble(time);
        trouble.Note("fake", DeliveryStep.Post, new Unknown("502"), attempts: 0);

        time.SetBack(Hour);
        time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(["fake"], trouble.LongerThan(TimeSpan.FromMinutes(2)));
    }

    [Theory]
    [InlineData(-3600, 3600)]
    [InlineData(-1, 1)]
    [InlineData(-0.5, 0)]
    [InlineData(0, 0)]
    [InlineData(3600, 0)]
    public void A_clock_set_back_is_noticed_once_and_nothing_else_is(double step, double noticed)
    {
        var time = new SteppingClock(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var watch = new ClockWatch(time);
        time.Advance(TimeSpan.FromSeconds(10));
        time.SetBack(TimeSpan.FromSeconds(-step));

        Assert.Equal(TimeSpan.FromSeconds(noticed), watch.Back());
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, watch.Back());
    }

    private static async Task CallsAsync(TestBot bot, int count) =>
        Assert.Equal(count, await Eventually.BecomesAsync(() => bot.Channel.Calls.Count, calls => calls == count));

    private static async Task DeliveredAsync(TestBot bot) =>
        Assert.NotNull((await Eventually.BecomesAsync(() => bot.MessagesAsync(), messages => messages[0].SentAt is not null))[0].SentAt);

    /// <summary>Lets seconds pass, one after the other, until the platform has been called so often; returns how many were needed.</summary>
    private static async Task<TimeSpan> PassUntilAsync(TestBot bot, int calls)
    {
        var start = bot.Time.GetTimestamp();
        Func<int> pass = () =>
        {
            if (bot.Channel.Calls.Count < calls)
                bot.Time.Advance(TimeSpan.FromSeconds(1));
            return bot.Channel.Calls.Count;
        };
        Assert.Equal(calls, await Eventually.BecomesAsync(pass, count => count == calls));
        return bot.Time.GetElapsedTime(start);
    }
}
