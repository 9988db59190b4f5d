using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Tests.Contract;
using ChecklistBot.Storage.Tests.Data;
using Npgsql;

namespace ChecklistBot.Storage.Tests.Postgres;

public sealed class PostgresCopiesTests(PostgresServer server) : StoreContract
{
    [Fact]
    public async Task What_one_copy_leaves_to_deliver_wakes_every_other_copy()
    {
        await using var second = await StartedCopyAsync();
        await using var third = await StartedCopyAsync();
        var waiting = new[] { second, third }.Select(copy => copy.Signal.WaitAsync(copy.Signal.Raised, Token)).ToList();

        await Write(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello") }, Now, Token));

        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task A_copy_that_lost_its_connection_listens_again_and_makes_up_for_what_it_missed()
    {
        await using var second = await StartedCopyAsync();
        var seen = second.Signal.Raised;

        await BreakAsync("query LIKE 'LISTEN%'");
        // Raised when it is back, since something may have happened meanwhile.
        seen = await second.Signal.WaitAsync(seen, Token);
        await Write(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello") }, Now, Token));

        Assert.True(await second.Signal.WaitAsync(seen, Token) > seen);
    }

    /// <summary>Waits for announcements have an end each, and the connection is none the worse for it.</summary>
    [Fact]
    public async Task A_copy_that_heard_nothing_for_a_while_hears_the_next_message_on_the_same_connection()
    {
        await using var second = await StartedCopyAsync();
        var before = await ListenersAsync();
        var seen = second.Signal.Raised;

        await Task.Delay(2_500, Token);
        Assert.Equal(seen, second.Signal.Raised);
        await Write(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello") }, Now, Token));

        Assert.True(await second.Signal.WaitAsync(seen, Token) > seen);
        Assert.Equal(before, await ListenersAsync());
    }

    /// <summary>Nothing comes on such a connection, not even its end, and the others hold the copy for dead.</summary>
    [Fact]
    public async Task A_connection_that_only_the_server_knows_to_be_gone_is_opened_again()
    {
        await using var gateway = new Gateway(((PostgresTestDatabase)Database).ConnectionString);
        await using var second = new PostgresAssessmentStore(gateway.ConnectionString);
        await second.MigrateAsync(Token);
        var before = await ListenersAsync("-through");
        var seen = second.Signal.Raised;

        gateway.Forget();
        await second.Signal.WaitAsync(seen, Token);

        Assert.NotEqual(before, await ListenersAsync("-through"));
        seen = second.Signal.Raised;
        await Write(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello") }, Now, Token));
        Assert.True(await second.Signal.WaitAsync(seen, Token) > seen);
    }

    [Fact]
    public async Task A_copy_knows_since_when_it_cannot_hear_the_others()
    {
        await using var source = PostgresSettings.Source(PostgresSettings.Parse(((PostgresTestDatabase)Database).ConnectionString));
        var isRefused = false;
        await using var listener = new PostgresListener(
            source, "deaf", (_, _) => isRefused ? throw new NpgsqlException("refused") : Task.CompletedTask, static () => { }, static _ => { }, static () => { });
        await listener.StartAsync(Token);
        Assert.Null(listener.DeafFor);

        isRefused = true;
        await BreakAsync("query LIKE 'LISTEN%'");
        await UntilAsync(() => listener.DeafFor is not null);
        var first = listener.DeafFor;
        // Tried again meanwhile, and still counted from the beginning.
        await Task.Delay(1_500, Token);
        Assert.True(listener.DeafFor - first > TimeSpan.FromSeconds(1.4));

        isRefused = false;
        await UntilAsync(() => listener.DeafFor is null);
    }

    /// <summary>A stop in the moment in which a copy begins to listen was lost once in some hundred times, and the copy never ended.</summary>
    [Fact]
    public async Task Copies_that_stop_right_after_their_start_all_end()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
                await (await StartedCopyAsync()).DisposeAsync();
        }))).WaitAsync(TimeSpan.FromMinutes(2), Token);

        // The server takes a moment to see each end; one listens still, that of the test itself.
        while (Assert.IsType<string>(await ListenersAsync()).Contains(' ', StringComparison.Ordinal))
            await Task.Delay(50, Token);
    }

    [Fact]
    public async Task A_turn_whose_connection_breaks_is_unavailable_and_the_next_one_works()
    {
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => Write(async turn =>
        {
            await turn.TakeAssessmentNumberAsync(Room, Token);
            await BreakAsync("state = 'idle in transaction'");
            await turn.TakeAssessmentNumberAsync(Room, Token);
        }));

        Assert.StartsWith("The database server does not ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Write(turn => turn.TakeAssessmentNumberAsync(Room, Token)));
    }

    [Fact]
    public async Task Turns_that_wait_for_each_other_end_and_those_given_up_are_stale()
    {
        var other = Room with { Id = "other" };
        await Save(other);
        await using var second = await StartedCopyAsync();
        var met = new Barrier(2);

        // Each takes its own conversation and then the other's: the database gives one of them up.
        async Task<bool> CrossAsync(IAssessmentStore store, ConversationKey first, ConversationKey then)
        {
            try
            {
                return await store.WriteAsync(
                    async (turn, token) =>
                    {
                        await turn.TakeAssessmentNumberAsync(first, token);
                        met.SignalAndWait(token);
                        await turn.TakeAssessmentNumberAsync(then, token);
                        return true;
                    },
                    Token);
            }
            catch (StaleAssessmentException)
            {
                return false;
            }
        }

        var kept = await Task.WhenAll(
            Task.Run(() => CrossAsync(Store, Room, other), Token),
            Task.Run(() => CrossAsync(second, other, Room), Token));

        Assert.Single(kept, one => one);
    }

    [Fact]
    public async Task A_turn_that_begins_with_an_assessment_and_one_that_begins_with_its_conversation_do_not_wait_for_each_other()
    {
        var run = await Started("CRM to accounting");
        await using var second = await StartedCopyAsync();
        var conversation = new ConversationReference(Room, ConversationKind.Channel);
        using var begun = new SemaphoreSlim(0);

        // Neither is given up, as one of two that wait for each other would be.
        var tap = Write(async turn =>
        {
            await turn.FindAssessmentAsync(Room, run.Id, Token);
            begun.Release();
            await Task.Delay(100, Token);
            await turn.SaveConversationAsync(conversation, Now, Token);
        });
        await begun.WaitAsync(Token);
        await second.WriteAsync(
            async (turn, token) =>
            {
                await turn.SaveConversationAsync(conversation, Now, token);
                return await turn.FindAssessmentAsync(Room, run.Id, token);
            },
            Token);

        await tap;
    }

    [Fact]
    public async Task The_same_turn_at_two_copies_at_once_is_kept_once()
    {
        await using var second = await StartedCopyAsync();
        var outcomes = await Task.WhenAll(new IAssessmentStore[] { Store, second, Store, second }.Select(copy => Task.Run(async () =>
        {
            while (true)
                try
                {
                    return await copy.WriteAsync(
                        async (turn, token) =>
                        {
                            if (await turn.FindSeenAsync(Room, "Ev1", Now, token) is not null)
                                return "as before";
                            var number = await turn.TakeAssessmentNumberAsync(Room, token);
                            await turn.ClaimSeenAsync(Room, "Ev1", $"{number}", Now, Now.AddHours(1), token);
                            return "done";
                        },
                        Token);
                }
                catch (StaleAssessmentException)
                {
                    // Decide again, as the turn loop does.
                }
        })));

        Assert.Single(outcomes, "done");
        Assert.Equal(2, await Write(turn => turn.TakeAssessmentNumberAsync(Room, Token)));
    }

    [Fact]
    public async Task Turns_deliveries_forgetting_and_clocks_set_back_at_once_all_get_through()
    {
        var run = await Started("CRM to accounting");
        await Write(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" }, Now, Token));
        await using var second = await StartedCopyAsync();

        await Task.WhenAll(
            Repeat(Store, (turn, token) => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" }, Now, token)),
            Repeat(second, async (turn, token) =>
            {
                await turn.SaveDeliveryAsync(Room, 1, Deliveries.Done(1), token);
                return await turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" }, Now, token);
            }),
            Repeat(Store, (turn, token) => turn.ForgetPersonAsync(Room, 1, Now, token)),
            Repeat(second, async (turn, token) =>
            {
                await turn.WantPinAsync(Room, run.Id, "live", true, Now, token);
                return true;
            }),
            FollowAsync(second));

        var message = await Read(reader => reader.FindMessageAsync(Room, run.Id, "live", Token));
        Assert.Equal(1 + 20 + 20 + 20, message!.WantedVersion);
    }

    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);

    private static Task Repeat<T>(IAssessmentStore store, Func<IStoreTransaction, CancellationToken, Task<T>> work) => Task.Run(async () =>
    {
        for (var i = 0; i < 20; i++)
            await store.WriteAsync(work, Token);
    });

    private static async Task FollowAsync(PostgresAssessmentStore store)
    {
        for (var i = 0; i < 20; i++)
        {
            await store.FollowClockAsync(Now.AddHours(-1), TimeSpan.FromTicks(1), Token);
            await store.MendDueAsync(Now.AddHours(-1), TimeSpan.FromHours(1), Token);
        }
    }

    /// <summary>Breaks connections of this test only.</summary>
    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
            await Task.Delay(20, Token);
    }

    private Task<object?> BreakAsync(string which) => ((PostgresTestDatabase)Database).RunAsync(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = current_setting('application_name') "
        + $"AND pid <> pg_backend_pid() AND {which}",
        Token);

    /// <summary>The server's processes in which copies of this test listen.</summary>
    private Task<object?> ListenersAsync(string way = "") => ((PostgresTestDatabase)Database).RunAsync(
        "SELECT string_agg(pid::text, ' ' ORDER BY pid) FROM pg_stat_activity "
        + $"WHERE application_name = current_setting('application_name') || '{way}' AND query LIKE 'LISTEN%'",
        Token);

    private async Task<PostgresAssessmentStore> StartedCopyAsync()
    {
        var copy = (PostgresAssessmentStore)Database.Open();
        await copy.MigrateAsync(Token);
        return copy;
    }
}
