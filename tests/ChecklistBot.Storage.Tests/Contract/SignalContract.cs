using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class SignalContract : StoreContract
{
    private IDeliverySignal Signal => Store.Signal;

    [Fact]
    public async Task Every_waiter_wakes_once_a_message_is_kept_and_not_before()
    {
        var seen = Signal.Raised;
        var waiters = new[] { Signal.WaitAsync(seen, Token), Signal.WaitAsync(seen, Token) };

        await Write(async turn =>
        {
            await turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello") }, Now, Token);
            Assert.All(waiters, waiter => Assert.False(waiter.IsCompleted));
        });

        Assert.All(await Task.WhenAll(waiters), woken => Assert.True(woken > seen));
    }

    [Fact]
    public async Task Whoever_was_busy_meanwhile_does_not_wait()
    {
        var seen = Signal.Raised;
        await Want();

        var woken = await Signal.WaitAsync(seen, Token);

        Assert.False(Signal.WaitAsync(woken, Token).IsCompleted);
    }

    [Fact]
    public async Task A_pin_a_newer_version_and_a_forgotten_name_wake_too()
    {
        var run = await Started("CRM to accounting");
        await Write(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" }, Now, Token));
        await Write(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" }, Now, Token));

        // Delivered meanwhile, but only in the older version.
        await Wakes(turn => turn.SaveDeliveryAsync(Room, 1, Deliveries.Done(1), Token));
        await Rests(turn => turn.SaveDeliveryAsync(Room, 1, Deliveries.Done(2), Token));
        await Wakes(turn => turn.WantPinAsync(Room, run.Id, "live", true, Now, Token));
        await Rests(turn => turn.SaveDeliveryAsync(Room, 1, Deliveries.Done(2, pinned: true), Token));
        await Wakes(turn => turn.ForgetPersonAsync(Room, 1, Now, Token));
    }

    [Fact]
    public async Task What_is_due_only_when_somebody_looks_again_does_not_wake_them()
    {
        var run = await Started("CRM to accounting");
        var live = new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" };
        await Write(turn => turn.WantMessageAsync(Room, live, Now, Token));
        var due = Now.AddSeconds(1.5);
        await Write(turn => turn.SaveDeliveryAsync(Room, 1, Deliveries.Done(1) with { Due = due, SentAt = Now }, Token));

        var seen = Signal.Raised;
        var (looksThen, looksLater) = (Signal.WaitAsync(seen, due, Token), Signal.WaitAsync(seen, due.AddTicks(1), Token));
        await Write(turn => turn.WantMessageAsync(Room, live, Now, Token));

        Assert.True(await looksLater > seen);
        Assert.False(looksThen.IsCompleted);

        // A message of its own is due at once.
        await Want();
        Assert.True(await looksThen > seen + 1);
    }

    [Fact]
    public async Task Nothing_wakes_for_words_already_shown_or_for_a_turn_that_failed()
    {
        await Rests(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = new SaidContent("x"), AlreadyShown = true }, Now, Token));

        var seen = Signal.Raised;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Write(async turn =>
        {
            await turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello") }, Now, Token);
            throw new InvalidOperationException("The turn fails.");
        }));
        Assert.Equal(seen, Signal.Raised);
    }

    [Fact]
    public async Task A_waiter_can_give_up()
    {
        using var source = new CancellationTokenSource();
        var waiting = Signal.WaitAsync(Signal.Raised, source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private Task<long> Want() => Write(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello") }, Now, Token));

    private async Task Wakes(Func<IStoreTransaction, Task> work)
    {
        var seen = Signal.Raised;
        await Write(work);
        Assert.True(await Signal.WaitAsync(seen, Token) > seen);
    }

    private async Task Rests(Func<IStoreTransaction, Task> work)
    {
        var seen = Signal.Raised;
        await Write(work);
        Assert.Equal(seen, Signal.Raised);
    }
}
