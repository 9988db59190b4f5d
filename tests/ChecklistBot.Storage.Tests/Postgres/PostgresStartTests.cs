using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Tests.Contract;
using ChecklistBot.Storage.Tests.Data;
using Npgsql;

namespace ChecklistBot.Storage.Tests.Postgres;

public sealed class PostgresStartTests(PostgresServer server) : StoreContract
{
    private string ConnectionString => ((PostgresTestDatabase)Database).ConnectionString;

    [Fact]
    public async Task Copies_that_start_at_once_make_the_tables_once()
    {
        await Sql("DROP SCHEMA " + await Sql("SELECT current_schema()") + " CASCADE; CREATE SCHEMA " + await Sql("SELECT current_schema()"));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => StartAsync(ConnectionString))));

        Assert.Equal((long)Schema.Version, await Sql("SELECT version FROM schema_version"));
        await Save(Room);
    }

    /// <summary>It ended with a sentence about a server that does not answer, again and again for as long as the upgrade took.</summary>
    [Fact]
    public async Task A_start_waits_for_another_copy_that_upgrades_the_tables_whatever_the_limits_of_a_turn_are()
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await new PostgresMigration(source, PostgresSettings.Parse(ConnectionString)).UpgradeAsync(connection, Token);

        var start = StartAsync(ConnectionString + ";Command Timeout=1;Options=-c lock_timeout=900 -c statement_timeout=950");
        await Task.Delay(1_500, Token);
        Assert.False(start.IsCompleted);
        await transaction.CommitAsync(Token);

        await start;
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        await Sql("UPDATE schema_version SET version = 1000");

        var refusal = await Refused(ConnectionString);

        Assert.Contains("written by a newer ChecklistBot (its tables are at step 1000", refusal, StringComparison.Ordinal);
        Assert.Equal(1000L, await Sql("SELECT version FROM schema_version"));
    }

    [Fact]
    public async Task A_server_that_answers_before_a_turn_is_on_the_disk_is_refused() =>
        Assert.Contains(
            "synchronous_commit = off",
            await Refused(ConnectionString + ";Options=-c synchronous_commit=off"),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_server_that_only_lets_itself_be_read_is_refused() =>
        Assert.Contains(
            "only lets itself be read",
            await Refused(ConnectionString + ";Options=-c default_transaction_read_only=on"),
            StringComparison.Ordinal);

    /// <summary>Nothing would be said at the start, and nothing announced would ever be heard.</summary>
    [Fact]
    public async Task A_pooler_that_lends_a_session_for_one_transaction_is_refused()
    {
        await using var bouncer = await Bouncer.StartAsync((PostgresTestDatabase)Database, "transaction", Token);

        Assert.Contains("set pool_mode = session there", await Refused(bouncer.ConnectionString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_pooler_that_lends_a_session_for_a_whole_connection_a_copy_hears_the_others()
    {
        await using var bouncer = await Bouncer.StartAsync((PostgresTestDatabase)Database, "session", Token);
        await using var copy = new PostgresAssessmentStore(bouncer.ConnectionString);
        await copy.MigrateAsync(Token);
        var seen = copy.Signal.Raised;

        await Write(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello") }, Now, Token));

        Assert.True(await copy.Signal.WaitAsync(seen, Token) > seen);
        Assert.Equal([Room], (await copy.ClaimDueAsync(Now, 8, Token)).Claimed);
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named() =>
        Assert.StartsWith(
            "The database nowhere on ",
            await Refused(ConnectionString.Replace("Database=postgres", "Database=nowhere", StringComparison.Ordinal)),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_user_who_may_not_log_in_is_named() =>
        Assert.Contains(
            "does not let nobody_here in",
            await Refused(ConnectionString.Replace("Username=postgres", "Username=nobody_here", StringComparison.Ordinal)),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_user_who_may_not_make_tables_is_named()
    {
        await Sql("DROP TABLE schema_version CASCADE; DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN");
        await Sql("GRANT USAGE ON SCHEMA " + await Sql("SELECT current_schema()") + " TO reader");

        Assert.Contains(
            "does not let reader make tables",
            await Refused(ConnectionString.Replace("Username=postgres", "Username=reader", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named() =>
        Assert.StartsWith(
            "The database checklistbot on 127.0.0.1 does not answer (",
            await Refused("Host=127.0.0.1;Port=1;Database=checklistbot;Username=checklistbot"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("", "names no server")]
    [InlineData("Database=checklistbot", "names no server")]
    [InlineData("Data Source=checklistbot.db;Mode=Memory", "cannot be read")]
    [InlineData("Host=localhost;Port=many", "cannot be read (its value for port is none that can be used)")]
    [InlineData("Host=localhost;Password=geheim;teil2=abc", "a password, stands in double quotes")]
    [InlineData("Host=localhost;Password=geheim;teil2", "cannot be read (it is not KEY=VALUE;KEY=VALUE)")]
    [InlineData("Host=localhost;Multiplexing=true", "Multiplexing")]
    [InlineData("Host=localhost;Maximum Pool Size=4", "write 5 or more")]
    public void A_connection_string_that_cannot_be_read_is_refused_with_a_sentence(string text, string words)
    {
        var refusal = Assert.Throws<StoreException>(() => new PostgresAssessmentStore(text));

        Assert.StartsWith("Storage:ConnectionString ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("teil2", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("53100", "The disk of the database server is full.")]
    [InlineData("53300", "The database server does not take anything now.")]
    [InlineData("57P01", "The database server does not take anything now.")]
    [InlineData("08006", "The database server does not take anything now.")]
    [InlineData("25006", "The database server only lets itself be read.")]
    [InlineData("57014", "The database server did not answer in time.")]
    [InlineData("55P03", "The database server did not answer in time.")]
    [InlineData("25P03", "The database server did not answer in time.")]
    [InlineData("25P04", "The database server did not answer in time.")]
    [InlineData("57P05", "The database server does not take anything now.")]
    [InlineData("25P02", null)]
    [InlineData("23505", null)]
    [InlineData("42601", null)]
    public void What_only_time_or_an_operator_mends_is_unavailable_and_the_rest_is_a_bug(string state, string? sentence) =>
        Assert.Equal(sentence, PostgresDialect.Instance.WhyUnavailable(new PostgresException("", "ERROR", "ERROR", state)));

    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);

    private static async Task StartAsync(string connectionString)
    {
        await using var store = new PostgresAssessmentStore(connectionString);
        await store.MigrateAsync(Token);
    }

    private static async Task<string> Refused(string connectionString) =>
        (await Assert.ThrowsAsync<StoreException>(() => StartAsync(connectionString))).Message;

    private Task<object?> Sql(string sql) => ((PostgresTestDatabase)Database).RunAsync(sql, Token);
}
