using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class ClaimContract : StoreContract
{
    private static readonly ConversationKey Other = Room with { Id = "other" };

    [Fact]
    public async Task What_is_claimed_is_nobody_elses_until_it_is_released()
    {
        await Want(Room, Now);

        Assert.Equal([Room], (await Claim()).Claimed);
        Assert.Empty((await Claim()).Claimed);
        await Want(Room, Now);
        Assert.Empty((await Claim()).Claimed);
        Assert.True(await Store.KeepClaimAsync(Room, Token));

        await Store.ReleaseAsync(Room, Token);
        Assert.Equal([Room], (await Claim()).Claimed);
    }

    [Fact]
    public async Task The_next_look_is_for_the_first_message_that_nobody_has_claimed()
    {
        await Save(Other);
        await Want(Room, Now);
        await Want(Room, Now.AddSeconds(1));
        await Want(Other, Now.AddSeconds(5));

        Assert.Equal(Now.AddSeconds(5), (await Claim()).Next);
        Assert.Equal(Now.AddSeconds(5), (await Claim()).Next);

        await Store.ReleaseAsync(Room, Token);
        Assert.Equal([Other, Room], (await Claim(Now.AddSeconds(5))).Claimed.OrderBy(key => key.Id == Room.Id));
        Assert.Null((await Claim()).Next);
    }

    [Fact]
    public async Task More_than_the_limit_waits_for_the_next_look_which_is_due_at_once()
    {
        await Save(Other);
        await Want(Room, Now.AddSeconds(-2));
        await Want(Other, Now.AddSeconds(-1));

        var first = await Claim(limit: 1);
        Assert.Equal([Room], first.Claimed);
        Assert.Equal(Now.AddSeconds(-1), first.Next);
        Assert.Equal([Other], (await Claim(limit: 1)).Claimed);
    }

    [Fact]
    public async Task A_long_queue_in_one_conversation_hides_no_other()
    {
        await Save(Other);
        await Write(async turn =>
        {
            for (var i = 0; i < 600; i++)
                await turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello") }, Now.AddSeconds(-i - 1), Token);
        });
        await Want(Other, Now);

        Assert.Equal([Room], (await Claim(limit: 1)).Claimed);
        Assert.Equal([Other], (await Claim(limit: 1)).Claimed);
    }

    /// <summary>It said that nothing else was pending, and what stood behind waited ten seconds.</summary>
    [Fact]
    public async Task What_stands_behind_a_long_queue_is_looked_for_at_once()
    {
        await Save(Other);
        await Write(async turn =>
        {
            for (var i = 0; i < 600; i++)
                await turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello") }, Now.AddSeconds(-i - 1), Token);
        });
        await Want(Other, Now);

        var first = await Claim(limit: 2);
        Assert.Equal([Room], first.Claimed);
        Assert.Equal(Now, first.Next);
        Assert.Equal([Other], (await Claim(limit: 2)).Claimed);
    }

    [Fact]
    public async Task What_is_left_out_is_neither_claimed_nor_looked_for_and_hides_nothing_behind_it()
    {
        var (silent, off, well) = (Room with { Tenant = "silent" }, Room with { Platform = "off" }, Room with { Tenant = "well", Id = "well" });
        foreach (var key in (ConversationKey[])[silent, off, well])
            await Save(key);
        await Write(async turn =>
        {
            for (var i = 0; i < 600; i++)
                await turn.WantMessageAsync(silent, new WantedMessage { Content = Samples.Notice("Hello") }, Now.AddSeconds(-i - 1), Token);
        });
        await Want(off, Now.AddSeconds(-1));
        await Want(well, Now);
        await Save(well with { Id = "later" });
        await Want(well with { Id = "later" }, Now.AddSeconds(7));
        var filter = DueFilter.Except();
        filter.AddTenantOf(silent);
        filter.AddPlatform(off.Platform);

        var work = await Store.ClaimDueAsync(Now, 16, filter, Token);

        Assert.Equal([well], work.Claimed);
        Assert.Equal(Now.AddSeconds(7), work.Next);
        Assert.Equal([silent], (await Claim(limit: 1)).Claimed);
        Assert.Equal([off], (await Claim(limit: 1)).Claimed);
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_claimed_and_looked_for()
    {
        var (asked, other) = (Room with { Tenant = "asked" }, Room with { Tenant = "other" });
        foreach (var key in (ConversationKey[])[asked, other])
        {
            await Save(key);
            await Want(key, Now.AddSeconds(-1));
        }

        var filter = DueFilter.Only();
        filter.AddTenantOf(asked);

        Assert.Equal([asked], (await Store.ClaimDueAsync(Now, 16, filter, Token)).Claimed);
        Assert.Null((await Store.ClaimDueAsync(Now, 16, filter, Token)).Next);
        Assert.Equal([other], (await Claim()).Claimed);
    }

    private Task<DueWork> Claim(DateTimeOffset? now = null, int limit = 16) => Store.ClaimDueAsync(now ?? Now, limit, Token);

    private Task<long> Want(ConversationKey key, DateTimeOffset due) =>
        Write(turn => turn.WantMessageAsync(key, new WantedMessage { Content = Samples.Notice("Hello") }, due, Token));
}
