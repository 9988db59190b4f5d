using ChecklistBot.Web.Live;

namespace ChecklistBot.Web.Tests;

public sealed class RoomHubTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signal_wakes_everybody_in_the_room_and_nobody_elsewhere()
    {
        var hub = new RoomHub();
        var main = Enumerable.Range(0, 1000).Select(_ => hub.Subscribe("main")!).ToList();
        using var elsewhere = hub.Subscribe("sales")!;
        hub.Signal("main");
        var woken = await Task.WhenAll(main.Select(static s => s.WaitAsync(Patience, TimeProvider.System, Cancel)));
        Assert.All(woken, Assert.True);
        Assert.False(await elsewhere.WaitAsync(TimeSpan.Zero, TimeProvider.System, Cancel));
        main.ForEach(static s => s.Dispose());
        Assert.Equal(1, hub.Count);
    }

    [Fact]
    public async Task A_signal_of_unknown_place_wakes_everybody_in_every_room()
    {
        var hub = new RoomHub();
        using var main = hub.Subscribe("main")!;
        using var elsewhere = hub.Subscribe("sales")!;
        hub.SignalAll();
        Assert.True(await main.WaitAsync(Patience, TimeProvider.System, Cancel));
        Assert.True(await elsewhere.WaitAsync(Patience, TimeProvider.System, Cancel));
    }

    [Fact]
    public async Task Many_signals_between_two_waits_are_one()
    {
        var hub = new RoomHub();
        using var subscription = hub.Subscribe("main")!;
        for (var i = 0; i < 100; i++)
        {
            hub.Signal("main");
        }

        Assert.True(await subscription.WaitAsync(Patience, TimeProvider.System, Cancel));
        Assert.False(await subscription.WaitAsync(TimeSpan.Zero, TimeProvider.System, Cancel));
    }

    [Fact]
    public async Task No_signal_is_lost_while_many_come_and_go()
    {
        var hub = new RoomHub();
        using var steady = hub.Subscribe("main")!;
        var produced = 0;
        var seen = 0;
        var comers = Enumerable.Range(0, 8).Select(_ => Task.Run(
            () =>
            {
                for (var i = 0; i < 500; i++)
                {
                    using var passing = hub.Subscribe("main");
                    Interlocked.Increment(ref produced);
                    hub.Signal("main");
                }
            },
            Cancel)).ToList();
        while (seen < 4000)
        {
            Assert.True(await steady.WaitAsync(Patience, TimeProvider.System, Cancel));
            seen = Volatile.Read(ref produced);
        }

        await Task.WhenAll(comers);
        Assert.Equal(1, hub.Count);
    }

    [Fact]
    public void Disposing_twice_counts_once()
    {
        var hub = new RoomHub();
        using var other = hub.Subscribe("main");
        var subscription = hub.Subscribe("main")!;
        subscription.Dispose();
        subscription.Dispose();
        Assert.Equal(1, hub.Count);
    }

    [Fact]
    public void No_more_are_admitted_than_allowed()
    {
        var hub = new RoomHub();
        using var first = hub.Subscribe("main", most: 1);
        Assert.Null(hub.Subscribe("other", most: 1));
        first!.Dispose();
        using var next = hub.Subscribe("other", most: 1);
        Assert.NotNull(next);
    }
}
