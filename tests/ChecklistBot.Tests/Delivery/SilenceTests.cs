using ChecklistBot.Assessments.Channels;
using ChecklistBot.Delivery;
using ChecklistBot.Tests.Turns;

namespace ChecklistBot.Tests.Delivery;

/// <summary>Where a platform takes calls and never answers, as one does in an outage, only those wait who are there.</summary>
public sealed class SilenceTests
{
    private const int Rooms = 300;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(400)]
    public async Task A_platform_that_hangs_delays_no_other_ones_posts(int secondsOfSilence)
    {
        SilentChannel hung = null!, well = null!;
        await using var bot = await TestBot.StartAsync(clock => [hung = new SilentChannel("fake", clock), well = new SilentChannel("other", clock)]);
        await WantEditsAsync(bot, i => TestBot.Room($"room-{i}"));
        hung.IsSilent = _ => true;
        using var loop = await bot.LoopAsync();
        await PassAsync(bot, secondsOfSilence);

        for (var i = 0; i < 5; i++)
            Assert.InRange(await PostsAfterAsync(bot, well, new ConversationKey("other", "t9", $"new-{i}")), TimeSpan.Zero, Soon);

        Assert.True(hung.Unanswered > 0);
        await StopAsync(bot, loop);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task Tenants_that_hang_delay_neither_other_tenants_nor_other_platforms(int tenants)
    {
        SilentChannel half = null!, well = null!;
        await using var bot = await TestBot.StartAsync(clock => [half = new SilentChannel("fake", clock), well = new SilentChannel("other", clock)]);
        await WantEditsAsync(bot, i => TestBot.Room($"room-{i}", $"hung-{i % tenants}"));
        half.IsSilent = key => key.Tenant.StartsWith("hung", StringComparison.Ordinal);
        using var loop = await bot.LoopAsync();
        await PassAsync(bot, 60);

        for (var i = 0; i < 3; i++)
        {
            Assert.InRange(await PostsAfterAsync(bot, half, new ConversationKey("fake", "well", $"new-{i}")), TimeSpan.Zero, Soon);
            Assert.InRange(await PostsAfterAsync(bot, well, new ConversationKey("other", "well", $"new-{i}")), TimeSpan.Zero, Soon);
        }

        await StopAsync(bot, loop);
    }

    [Fact]
    public async Task Many_tenants_of_one_room_each_that_hang_at_once_delay_no_other_platform()
    {
        SilentChannel hung = null!, well = null!;
        await using var bot = await TestBot.StartAsync(clock => [hung = new SilentChannel("fake", clock), well = new SilentChannel("other", clock)]);
        await WantEditsAsync(bot, i => TestBot.Room("room", $"hung-{i}"));
        hung.IsSilent = _ => true;
        using var loop = await bot.LoopAsync();
        await PassAsync(bot, 2);

        for (var i = 0; i < 5; i++)
            Assert.InRange(await PostsAfterAsync(bot, well, new ConversationKey("other", "t9", $"new-{i}")), TimeSpan.Zero, Soon);

        await StopAsync(bot, loop);
    }

    /// <summary>Those that answer waited about a second for each dozen of the others.</summary>
    [Fact]
    public async Task Many_tenants_of_one_room_each_that_hang_at_once_delay_the_others_of_their_platform_by_few_seconds()
    {
        const int Healthy = 20;
        SilentChannel half = null!;
        await using var bot = await TestBot.StartAsync(clock => [half = new SilentChannel("fake", clock)]);
        await WantEditsAsync(bot, i => TestBot.Room("room", i % 16 == 15 ? $"well-{i}" : $"hung-{i}"), Rooms + Healthy);
        half.IsSilent = key => key.Tenant.StartsWith("hung", StringComparison.Ordinal);
        using var loop = await bot.LoopAsync();

        var waited = TimeSpan.Zero;
        for (; half.Edits < Healthy && waited < 10 * Soon; waited += Second)
        {
            await RestsAsync(() => half.Edits + half.Unanswered);
            bot.Time.Advance(Second);
        }

        Assert.Equal(Healthy, half.Edits);
        Assert.InRange(waited, TimeSpan.Zero, 2 * Soon);
        Assert.InRange(half.MostUnderWay, 1, Rooms);
        await StopAsync(bot, loop);
    }

    /// <summary>Each of them holds a connection.</summary>
    [Fact]
    public async Task However_many_tenants_hang_the_calls_that_wait_are_bounded()
    {
        SilentChannel hung = null!;
        await using var bot = await TestBot.StartAsync(clock => [hung = new SilentChannel("fake", clock)]);
        await WantEditsAsync(bot, i => TestBot.Room("room", $"hung-{i}"), 2 * Rooms);
        hung.IsSilent = _ => true;
        using var loop = await bot.LoopAsync();
        for (var i = 0; i < 10; i++)
        {
            await RestsAsync(() => hung.Unanswered);
            bot.Time.Advance(Second);
        }

        Assert.InRange(hung.MostUnderWay, 200, 400);
        await StopAsync(bot, loop);
    }

    [Fact]
    public async Task A_silent_tenant_is_probed_by_few_calls_at_once_and_gets_everything_as_soon_as_it_answers()
    {
        SilentChannel hung = null!;
        await using var bot = await TestBot.StartAsync(clock => [hung = new SilentChannel("fake", clock)]);
        await WantEditsAsync(bot, i => TestBot.Room($"room-{i}"));
        hung.IsSilent = _ => true;
        using var loop = await bot.LoopAsync();
        await PassAsync(bot, 60);
        hung.MostUnderWay = 0;
        var before = hung.Unanswered;
        await PassAsync(bot, 60);
        Assert.InRange(hung.MostUnderWay, 1, 4);
        Assert.InRange(hung.Unanswered - before, 12, 20);

        hung.IsSilent = _ => false;
        await PassAsync(bot, 60 + 15);
        await Harness.Eventually.BecomesAsync(() => hung.Edits, edits => edits == Rooms);

        await StopAsync(bot, loop);
    }

    /// <summary>Each room has its card and wants it changed.</summary>
    private static async Task WantEditsAsync(TestBot bot, Func<int, ConversationReference> room, int rooms = Rooms)
    {
        for (var i = 0; i < rooms; i++)
        {
            await bot.SayAsync("Ann", "start CRM to accounting", room(i));
            await bot.DeliverAsync(room(i));
        }

        bot.Time.Advance(TimeSpan.FromSeconds(5));
        for (var i = 0; i < rooms; i++)
            await bot.SayAsync("Ann", "1a", room(i));
    }

    private static async Task<TimeSpan> PostsAfterAsync(TestBot bot, SilentChannel channel, ConversationKey key)
    {
        var since = bot.Time.GetUtcNow();
        await bot.SayAsync("Ben", "start Payroll to HR", new ConversationReference(key, ConversationKind.Channel, Thread: null));
        var waited = TimeSpan.Zero;
        while (waited < 10 * Soon && !await IsSoonAsync(() => channel.PostedAt(key) is not null))
        {
            bot.Time.Advance(Second);
            waited += Second;
        }

        return channel.PostedAt(key) is { } at ? at - since : TimeSpan.MaxValue;
    }

    /// <summary>Lets seconds pass; within each the loop has the time to come to rest.</summary>
    private static async Task PassAsync(TestBot bot, int seconds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var i = 0; i < seconds; i++)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            bot.Time.Advance(Second);
        }
    }

    /// <summary>Whether it becomes so without any time passing by the bot's clock; a busy machine takes a while.</summary>
    private static async Task<bool> IsSoonAsync(Func<bool> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var i = 0; i < 40 && !isSo(); i++)
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        return isSo();
    }

    /// <summary>Waits until a count has stood still for a while, without any time passing by the bot's clock.</summary>
    private static async Task RestsAsync(Func<int> count)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var (last, still) = (-1, 0);
        while (still < 20)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            (last, still) = count() is var now && now == last ? (now, still + 1) : (now, 0);
        }
    }

    private static async Task StopAsync(TestBot bot, DeliveryLoop loop)
    {
        var stopping = loop.StopAsync(TestContext.Current.CancellationToken);
        while (!stopping.IsCompleted)
            await PassAsync(bot, 1);
        await stopping;
    }
}
