using ChecklistBot.Storage.Tests.Data;
using CsCheck;

namespace ChecklistBot.Storage.Tests.Contract;

/// <summary>Any order of wishes and deliveries of one message, against the few rules that say what must come out.</summary>
public abstract class MessageModelContract : StoreContract
{
    private enum Step
    {
        Want,
        Pin,
        Unpin,
        DeliverNewest,
        DeliverOlder,
        Wait,
        Refuse,
        Lose,
    }

    private static readonly Gen<Step[]> Steps =
        Gen.Frequency(
            (6, Gen.Const(Step.Want)),
            (2, Gen.Const(Step.Pin)),
            (2, Gen.Const(Step.Unpin)),
            (4, Gen.Const(Step.DeliverNewest)),
            (3, Gen.Const(Step.DeliverOlder)),
            (2, Gen.Const(Step.Wait)),
            (1, Gen.Const(Step.Refuse)),
            (1, Gen.Const(Step.Lose))).Array[1, 14];

    [Fact]
    public async Task A_message_is_pending_exactly_while_the_platform_shows_something_else_than_is_wanted() =>
        await Steps.SampleAsync(PlayAsync, iter: 80, threads: 1);

    private async Task PlayAsync(Step[] steps)
    {
        var run = await Started("CRM to accounting");
        var wanted = new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" };
        var number = await Write(turn => turn.WantMessageAsync(Room, wanted, Now, Token));
        var changed = 0L;

        foreach (var step in steps)
        {
            var before = await MessageAsync(run);
            await (step switch
            {
                Step.Want => Write(turn => turn.WantMessageAsync(Room, wanted, Now, Token)),
                Step.Pin or Step.Unpin => Write(turn => turn.WantPinAsync(Room, run.Id, "live", step == Step.Pin, Now, Token)),
                _ => Write(turn => turn.SaveDeliveryAsync(Room, number, Outcome(step, before), Token)),
            });
            var after = await MessageAsync(run);

            var isBehind = after.WantedVersion > after.DeliveredVersion || after.WantPinned != after.DeliveredPinned;
            Assert.True(after.State is MessageState.Lost or MessageState.Refused || isBehind == (after.State == MessageState.Pending) || step == Step.Wait);
            Assert.Equal(before.WantedVersion + (step == Step.Want ? 1 : 0), after.WantedVersion);
            Assert.True(before.State != MessageState.Lost || step is not (Step.Want or Step.Pin or Step.Unpin) || after.State == MessageState.Lost);
            Assert.True(after.Changed >= changed, "A place in the stream went back.");
            changed = after.Changed;
            var pending = await Read(reader => reader.PendingAsync(Room, Token));
            Assert.Equal(after.State == MessageState.Pending, pending.Any(one => one.Number == number));
        }
    }

    private static DeliveryUpdate Outcome(Step step, Message before) => step switch
    {
        Step.DeliverNewest => Deliveries.Done(before.WantedVersion, before.WantPinned),
        Step.DeliverOlder => Deliveries.Done(Math.Max(1, before.WantedVersion - 1), before.DeliveredPinned),
        Step.Wait => Deliveries.Again(before.DeliveredVersion, Now.AddSeconds(30), before.Attempts + 1) with { DeliveredPinned = before.DeliveredPinned },
        Step.Refuse => Deliveries.Done(before.DeliveredVersion, before.DeliveredPinned) with { State = MessageState.Refused, Note = "No." },
        Step.Lose => Deliveries.Done(before.DeliveredVersion, before.DeliveredPinned) with { State = MessageState.Lost },
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private async Task<Message> MessageAsync(Run run) =>
        await Read(reader => reader.FindMessageAsync(Room, run.Id, "live", Token)) ?? throw new InvalidOperationException("The message is gone.");
}
