using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Tests.Contract;
using Npgsql;

namespace ChecklistBot.Storage.Tests.Postgres;

/// <summary>Nobody holds anything for ever, and nobody waits for ever.</summary>
public sealed class PostgresLimitsTests(PostgresServer server) : StoreContract
{
    private const string Limits = "SELECT current_setting('idle_in_transaction_session_timeout') || ' ' || current_setting('lock_timeout')";

    private PostgresTestDatabase Postgres => (PostgresTestDatabase)Database;

    /// <summary>Its conversation was held until the system gave its connection up: by default after two hours.</summary>
    [Fact]
    public async Task Whoever_waits_for_a_machine_that_fell_in_the_middle_of_a_turn_gets_through()
    {
        await using var gateway = new Gateway(Postgres.ConnectionString);
        var fallen = new PostgresAssessmentStore(gateway.ConnectionString);
        await fallen.MigrateAsync(Token);
        var isInTheMiddle = new TaskCompletionSource();
        _ = fallen.WriteAsync<bool>(
            async (turn, _) =>
            {
                await turn.FindConversationAsync(Room, Token);
                gateway.FallSilent();
                isInTheMiddle.SetResult();
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                return true;
            },
            CancellationToken.None);
        await isInTheMiddle.Task;

        Assert.NotNull(await Write(turn => turn.FindConversationAsync(Room, Token)));
    }

    /// <summary>They took every connection of the pool, for longer than anybody waits for one.</summary>
    [Fact]
    public async Task Turns_that_wait_for_one_conversation_do_not_keep_all_others_waiting_until_those_give_up()
    {
        var other = Room with { Id = "other" };
        await Save(other);
        await using var copy = new PostgresAssessmentStore(Postgres.ConnectionString + ";Maximum Pool Size=5;Timeout=15");
        await copy.MigrateAsync(Token);
        await using var connection = new NpgsqlConnection(Postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await using (var holding = new NpgsqlCommand("SELECT 1 FROM conversations WHERE conversation = 'main' FOR UPDATE", connection, transaction))
            await holding.ExecuteScalarAsync(Token);

        // One connection is the listener's.
        var waiting = Enumerable.Range(0, 4).Select(_ => FindAsync(copy, Room)).ToList();
        while ((long)(await Postgres.RunAsync(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = current_setting('application_name') AND wait_event_type = 'Lock'", Token))! < 4)
            await Task.Delay(20, Token);

        Assert.NotNull(await FindAsync(copy, other));
        foreach (var turn in waiting)
            Assert.Equal(
                "The database server did not answer in time.", (await Assert.ThrowsAsync<StorageUnavailableException>(() => turn)).Message);
    }

    /// <summary>The last writes go to the server just before the commit, which alone is waited for in any case.</summary>
    [Fact]
    public async Task A_turn_whose_last_write_waits_for_somebody_is_given_up_with_whoever_asked()
    {
        await using var copy = new PostgresAssessmentStore(Postgres.ConnectionString + "-giving-up;Options=-c lock_timeout=0");
        await copy.MigrateAsync(Token);
        await using var connection = new NpgsqlConnection(Postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await using (var holding = new NpgsqlCommand("LOCK TABLE seen IN EXCLUSIVE MODE", connection, transaction))
            await holding.ExecuteNonQueryAsync(Token);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var turn = copy.WriteAsync(
            async (turn, token) =>
            {
                await turn.ClaimSeenAsync(Room, "1", "done", Now, Now.AddDays(1), token);
                return true;
            },
            giveUp.Token);
        while ((long)(await Postgres.RunAsync(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE '%-giving-up' AND wait_event_type = 'Lock'", Token))! == 0)
            await Task.Delay(20, Token);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn.WaitAsync(TimeSpan.FromSeconds(20), Token));
        await transaction.RollbackAsync(Token);
        Assert.Equal(0, await Postgres.CountAsync("seen", Token));
    }

    [Fact]
    public async Task A_copy_that_was_held_up_in_the_middle_of_a_turn_is_told_that_nothing_was_kept_and_goes_on()
    {
        await using var copy = new PostgresAssessmentStore(Postgres.ConnectionString + "-slow;Options=-c idle_in_transaction_session_timeout=200");
        await copy.MigrateAsync(Token);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => copy.WriteAsync(
            async (turn, _) =>
            {
                await turn.TakeAssessmentNumberAsync(Room, Token);
                while ((long)(await Postgres.RunAsync(
                    "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE '%-slow' AND state = 'idle in transaction'", Token))! > 0)
                    await Task.Delay(20, Token);
                return await turn.TakeAssessmentNumberAsync(Room, Token);
            },
            Token));

        Assert.Equal(1, await copy.WriteAsync((turn, _) => turn.TakeAssessmentNumberAsync(Room, Token), Token));
    }

    [Fact]
    public async Task A_connection_keeps_its_limits_however_often_it_is_used() =>
        Assert.Equal(["8s 10s", "8s 10s", "8s 10s"], await LimitsAsync(Postgres.ConnectionString));

    /// <summary>A pooler passes on no settings with the start of a connection.</summary>
    [Fact]
    public async Task Connections_have_their_limits_behind_a_pooler_too()
    {
        await using var bouncer = await Bouncer.StartAsync(Postgres, "session", Token);

        Assert.Equal(["8s 10s", "8s 10s", "8s 10s"], await LimitsAsync(bouncer.ConnectionString));
    }

    [Fact]
    public async Task What_the_operator_set_for_the_connection_or_the_user_stands()
    {
        Assert.Equal(["8s 0", "8s 0", "8s 0"], await LimitsAsync(Postgres.ConnectionString + ";Options=-c lock_timeout=0"));

        var user = (string)(await Postgres.RunAsync("SELECT 'user_' || current_schema()", Token))!;
        await Postgres.RunAsync($"CREATE ROLE {user} LOGIN; ALTER ROLE {user} SET idle_in_transaction_session_timeout = '1min'", Token);
        Assert.Equal(
            ["1min 10s", "1min 10s", "1min 10s"],
            await LimitsAsync(Postgres.ConnectionString.Replace("Username=postgres", $"Username={user}", StringComparison.Ordinal)));
    }

    /// <summary>It would go on listening, and show that its copy lives.</summary>
    [Fact]
    public async Task A_connection_on_which_a_copy_listened_is_never_lent_to_a_turn()
    {
        await using var source = PostgresSettings.Source(PostgresSettings.Parse(Postgres.ConnectionString));
        await using (var listener = new PostgresListener(source, "copy", static (_, _) => Task.CompletedTask, static () => { }, static _ => { }, static () => { }))
            await listener.StartAsync(Token);

        await using var connection = await source.OpenConnectionAsync(Token);
        await using var channels = new NpgsqlCommand("SELECT count(*) FROM pg_listening_channels()", connection);
        Assert.Equal(0L, await channels.ExecuteScalarAsync(Token));
    }

    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);

    private static Task<ConversationReference?> FindAsync(PostgresAssessmentStore store, ConversationKey key) =>
        store.WriteAsync((turn, token) => turn.FindConversationAsync(key, token), Token);

    /// <summary>The limits of three uses of the one connection that there is, one after another.</summary>
    private static async Task<List<string>> LimitsAsync(string connectionString)
    {
        await using var source = PostgresSettings.Source(PostgresSettings.Parse(connectionString));
        var limits = new List<string>();
        for (var use = 0; use < 3; use++)
        {
            await using var connection = await source.OpenConnectionAsync(Token);
            await using var command = new NpgsqlCommand(Limits, connection);
            limits.Add((string)(await command.ExecuteScalarAsync(Token))!);
        }

        return limits;
    }
}
