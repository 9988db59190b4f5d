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

    [Fact]
    public async Task What_waits_follows_a_clock_that_was_set_back_and_keeps_its_order_and_its_pauses()
    {
        var (due, waiting, other) = (Room, Room with { Id = "waiting" }, Room with { Id = "other" });
        var back = TimeSpan.FromHours(1);
        await Save(waiting);
        await Save(other);
        await Want(due, Now.AddSeconds(-5));
        await Want(waiting, Now.AddSeconds(30));
        await Want(other, Now.AddMinutes(10));
        await Want(other, Now);
        await Write(turn => turn.SaveDeliveryAsync(other, 2, Deliveries.Done(1, next: Now.AddSeconds(1.5)), Token));

        await Store.FollowClockAsync(Now - back, back, Token);

        Assert.Equal(Now.AddSeconds(-5) - back, await DueOf(due));
        Assert.Equal(Now.AddSeconds(30) - back, await DueOf(waiting));
        Assert.Equal(Now.AddMinutes(10) - back, await DueOf(other));
        Assert.Equal([due], await Due(Now - back));
        Assert.Equal([due, waiting], await Due(Now.AddSeconds(30) - back));
    }

    [Fact]
    public async Task What_is_due_by_the_new_clock_too_is_left_alone()
    {
        await Want(Room, Now.AddHours(-2));

        await Store.FollowClockAsync(Now.AddHours(-1), TimeSpan.FromHours(1), Token);

        Assert.Equal(Now.AddHours(-2), await DueOf(Room));
    }

    [Fact]
    public async Task What_waits_for_longer_than_anything_may_is_made_due_and_the_rest_waits_on()
    {
        var far = Room with { Id = "far" };
        await Save(far);
        await Want(Room, Now.AddHours(-2));
        await Write(turn => turn.SaveDeliveryAsync(Room, 1, Deliveries.Again(0, Now.AddMinutes(59), 1), Token));
        await Want(far, Now.AddHours(-2));
        await Write(turn => turn.SaveDeliveryAsync(far, 1, Deliveries.Again(0, Now.AddMinutes(61), 1), Token));

        await Store.MendDueAsync(Now, TimeSpan.FromHours(1), Token);

        Assert.Equal(Now.AddMinutes(59), await DueOf(Room));
        Assert.Equal(Now, await DueOf(far));
    }

    [Fact]
    public async Task What_was_wanted_or_sent_in_the_future_is_made_due()
    {
        var (sent, late) = (Room with { Id = "sent" }, Room with { Id = "late" });
        await Save(sent);
        await Save(late);
        await Want(Room, Now.AddMinutes(30));
        await Want(sent, Now.AddHours(-2));
        await Write(turn => turn.SaveDeliveryAsync(sent, 1, Deliveries.Again(0, Now.AddMinutes(31), 1) with { SentAt = Now.AddMinutes(30) }, Token));
        // Written by a copy whose clock is a little ahead.
        await Want(late, Now.AddSeconds(0.5));

        await Store.MendDueAsync(Now, TimeSpan.FromHours(1), Token);

        Assert.Equal(Now, await DueOf(Room));
        Assert.Equal(Now, await DueOf(sent));
        Assert.Equal(Now.AddSeconds(0.5), await DueOf(late));
    }

    private async Task<DateTimeOffset> DueOf(ConversationKey key) => (await Read(reader => reader.PendingAsync(key, Token))).Single().Due;

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
