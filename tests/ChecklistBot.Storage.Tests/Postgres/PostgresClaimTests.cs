using System.Collections.Concurrent;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Tests.Contract;
using ChecklistBot.Storage.Tests.Data;
using Npgsql;

namespace ChecklistBot.Storage.Tests.Postgres;

/// <summary>Claims where copies share a database.</summary>
public sealed class PostgresClaimTests(PostgresServer server) : StoreContract
{
    private PostgresTestDatabase Postgres => (PostgresTestDatabase)Database;

    [Fact]
    public async Task No_two_copies_ever_hold_the_same_conversation()
    {
        var rooms = Enumerable.Range(0, 12).Select(i => Room with { Id = $"room-{i}" }).ToList();
        foreach (var room in rooms)
        {
            await Save(room);
            await Want(room);
        }

        await using var second = await StartedCopyAsync();
        await using var third = await StartedCopyAsync();
        var held = new ConcurrentDictionary<ConversationKey, int>();
        var visits = new ConcurrentDictionary<ConversationKey, int>();

        await Task.WhenAll(new IAssessmentStore[] { Store, second, third }.SelectMany((copy, number) => Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            // The last rooms are reached once the first are released.
            for (var look = 0; look < 40 || visits.Count < rooms.Count; look++)
                foreach (var key in (await copy.ClaimDueAsync(Now, 3, Token)).Claimed)
                {
                    Assert.True(held.TryAdd(key, number));
                    await Task.Yield();
                    Assert.True(held.TryRemove(key, out var _));
                    visits.AddOrUpdate(key, 1, (_, times) => times + 1);
                    await copy.ReleaseAsync(key, Token);
                }
        }))));

        Assert.Equal(rooms.Count, visits.Count);
    }

    [Fact]
    public async Task Another_copy_does_not_wait_for_rows_that_are_being_taken()
    {
        var other = Room with { Id = "other" };
        await Save(other);
        await Want(Room);
        await Want(other);
        await using var connection = new NpgsqlConnection(Postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await using (var taking = new NpgsqlCommand("SELECT 1 FROM messages WHERE conversation = 'main' FOR UPDATE", connection, transaction))
            await taking.ExecuteScalarAsync(Token);

        var work = await Store.ClaimDueAsync(Now, 16, Token);

        Assert.Equal([other], work.Claimed);
        // What was passed by is looked for again at once.
        Assert.Equal(Now, work.Next);
        await transaction.RollbackAsync(Token);
        Assert.Equal([Room], (await Store.ClaimDueAsync(Now, 16, Token)).Claimed);
    }

    [Fact]
    public async Task A_claim_that_ran_out_is_taken_over_and_its_first_owner_hears_of_it()
    {
        await using var second = await StartedCopyAsync();
        await Want(Room);
        await Store.ClaimDueAsync(Now, 16, Token);
        Assert.Empty((await second.ClaimDueAsync(Now, 16, Token)).Claimed);

        await Postgres.RunAsync("UPDATE claims SET until = 0", Token);
        // Still ours while nobody took it.
        Assert.True(await Store.KeepClaimAsync(Room, Token));
        Assert.Empty((await second.ClaimDueAsync(Now, 16, Token)).Claimed);

        await Postgres.RunAsync("UPDATE claims SET until = 0", Token);
        Assert.Equal([Room], (await second.ClaimDueAsync(Now, 16, Token)).Claimed);
        Assert.False(await Store.KeepClaimAsync(Room, Token));
        await Store.ReleaseAsync(Room, Token);
        Assert.True(await second.KeepClaimAsync(Room, Token));
    }

    [Fact]
    public async Task A_copy_that_died_is_waited_for_a_shorter_while()
    {
        var second = await StartedCopyAsync();
        await Want(Room);
        Assert.Equal([Room], (await second.ClaimDueAsync(Now, 16, Token)).Claimed);
        // As the server sees a process that was killed: its connections end.
        await second.DisposeAsync();

        var work = new DueWork([], null);
        while (await LeftAsync() > DeliveryClaim.OfTheDead.TotalMilliseconds)
        {
            work = await Store.ClaimDueAsync(Now, 16, Token);
            Assert.Empty(work.Claimed);
            await Task.Delay(100, Token);
        }

        Assert.Equal(Now + DeliveryClaim.OfTheDead, work.Next!.Value, TimeSpan.FromSeconds(1));
        // And once that is over:
        await Postgres.RunAsync("UPDATE claims SET until = 0", Token);
        Assert.Equal([Room], (await Store.ClaimDueAsync(Now, 16, Token)).Claimed);
    }

    [Fact]
    public async Task Whoever_lives_keeps_what_it_claimed_however_often_others_look()
    {
        await using var second = await StartedCopyAsync();
        await Want(Room);
        await second.ClaimDueAsync(Now, 16, Token);

        for (var look = 0; look < 3; look++)
        {
            Assert.Empty((await Store.ClaimDueAsync(Now, 16, Token)).Claimed);
            Assert.InRange(await LeftAsync(), 30_000, long.MaxValue);
            await Task.Delay(1_100, Token);
        }
    }

    [Fact]
    public async Task A_copy_that_lost_its_connection_has_what_is_in_its_hands_again_once_it_is_back()
    {
        await using var second = await StartedCopyAsync();
        await Want(Room);
        await second.ClaimDueAsync(Now, 16, Token);
        // What it could not give back, as when the server was away at that moment.
        await Postgres.RunAsync("INSERT INTO claims (tenant, conversation, copy, until) SELECT tenant, 'orphan', copy, until FROM claims", Token);

        // What another copy does that looks while the connection is gone.
        await Postgres.RunAsync($"UPDATE claims SET until = until - {DeliveryClaim.Length.TotalMilliseconds - DeliveryClaim.OfTheDead.TotalMilliseconds}", Token);
        await Postgres.RunAsync(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_locks JOIN pg_stat_activity USING (pid) "
            + "WHERE locktype = 'advisory' AND application_name = current_setting('application_name')",
            Token);

        while (await LeftAsync() < 30_000)
            await Task.Delay(50, Token);
        Assert.True(await second.KeepClaimAsync(Room, Token));
        Assert.InRange(await LeftAsync("orphan"), long.MinValue, (long)DeliveryClaim.OfTheDead.TotalMilliseconds);
    }

    [Fact]
    public async Task A_claim_from_before_the_servers_clock_stepped_back_counts_for_nothing()
    {
        await using var second = await StartedCopyAsync();
        await Want(Room);
        await Store.ClaimDueAsync(Now, 16, Token);
        await Postgres.RunAsync("UPDATE claims SET until = until + 3600000", Token);

        Assert.Equal([Room], (await second.ClaimDueAsync(Now, 16, Token)).Claimed);
    }

    [Fact]
    public async Task A_claim_lasts_as_long_as_it_says()
    {
        await Want(Room);
        await Store.ClaimDueAsync(Now, 16, Token);

        Assert.InRange(await LeftAsync(), 1, (long)DeliveryClaim.Length.TotalMilliseconds);
    }

    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);

    private Task<long> Want(ConversationKey key) =>
        Write(turn => turn.WantMessageAsync(key, new WantedMessage { Content = Samples.Notice("Hello") }, Now, Token));

    /// <summary>How many milliseconds the claim of a conversation still lasts.</summary>
    private async Task<long> LeftAsync(string conversation = "main") => (long)(await Postgres.RunAsync(
        $"SELECT until - CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) FROM claims WHERE conversation = '{conversation}'",
        Token))!;

    private async Task<PostgresAssessmentStore> StartedCopyAsync()
    {
        var copy = (PostgresAssessmentStore)Database.Open();
        await copy.MigrateAsync(Token);
        return copy;
    }
}
