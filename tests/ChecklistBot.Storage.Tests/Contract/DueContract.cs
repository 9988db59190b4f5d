using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class DueContract : StoreContract
{
    [Fact]
    public async Task The_conversation_that_waits_longest_comes_first()
    {
        var keys = new[] { Room, Room with { Id = "b" }, Room with { Tenant = "c" }, Room with { Platform = "slack" } };
        foreach (var (key, after) in keys.Zip([30, 10, 40, 20]))
        {
            await Save(key);
            await Want(key, Now.AddSeconds(after));
            await Want(key, Now.AddSeconds(after + 100));
        }

        Assert.Equal([keys[1], keys[3], keys[0], keys[2]], await Due(Now.AddSeconds(40)));
        Assert.Equal([keys[1], keys[3]], await Due(Now.AddSeconds(20)));
        Assert.Equal([keys[1]], await Due(Now.AddSeconds(200), limit: 1));
        Assert.Empty(await Due(Now.AddSeconds(9)));
        Assert.Equal(Now.AddSeconds(10), await Read(reader => reader.NextDueAsync(Token)));
    }

    [Fact]
    public async Task Nothing_is_due_where_nothing_is_pending()
    {
        Assert.Null(await Read(reader => reader.NextDueAsync(Token)));
        await Want(Room, Now);
        await Write(turn => turn.SaveDeliveryAsync(Room, 1, Deliveries.Done(1), Token));

        Assert.Empty(await Due(Now.AddYears(1)));
        Assert.Null(await Read(reader => reader.NextDueAsync(Token)));
    }

    [Fact]
    public async Task Pending_messages_stand_in_order_of_number_due_or_not()
    {
        foreach (var after in (int[])[30, 10, 20])
            await Want(Room, Now.AddSeconds(after));
        await Write(turn => turn.SaveDeliveryAsync(Room, 2, Deliveries.Done(1), Token));

        Assert.Equal([1, 3], (await Read(reader => reader.PendingAsync(Room, Token))).Select(one => one.Number));
    }

    [Fact]
    public async Task A_clock_set_back_only_makes_messages_wait()
    {
        await Want(Room, Now);

        Assert.Empty(await Due(Now.AddHours(-1)));
        Assert.Single(await Due(Now));
    }

    private Task<long> Want(ConversationKey key, DateTimeOffset due) =>
        Write(turn => turn.WantMessageAsync(key, new WantedMessage { Content = Samples.Notice("Hello") }, due, Token));

    /// <summary>Claims and gives back at once.</summary>
    private async Task<IReadOnlyList<ConversationKey>> Due(DateTimeOffset now, int limit = 10)
    {
        var work = await Store.ClaimDueAsync(now, limit, Token);
        foreach (var key in work.Claimed)
            await Store.ReleaseAsync(key, Token);
        return work.Claimed;
    }
}
