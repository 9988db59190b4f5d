using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Tests.Contract;
using Npgsql;

namespace ChecklistBot.Storage.Tests.Postgres;

/// <summary>What became of statements that went to the server together.</summary>
public sealed class PostgresBatchTests(PostgresServer server) : StoreContract
{
    private PostgresTestDatabase Postgres => (PostgresTestDatabase)Database;

    /// <summary>The library took a statement that was called off while the server planned it for prepared, and for one that answers without rows: the next
    /// time the connection was given up, or, where there were no rows, the answer of the next statement was taken for its own.</summary>
    [Theory]
    [InlineData(1, 1L)]
    [InlineData(0, null)]
    public async Task A_question_that_was_called_off_while_it_was_planned_gets_its_own_answer_the_next_time(int rows, long? expected)
    {
        // What has no variable arguments is called whenever a statement is planned.
        await Postgres.RunAsync(
            """
            CREATE FUNCTION planned() RETURNS BIGINT IMMUTABLE LANGUAGE plpgsql AS
            $$ BEGIN IF current_setting('test.fails', true) = 'yes' THEN RAISE EXCEPTION 'called off'; END IF; RETURN 1; END $$
            """,
            Token);
        await using var source = PostgresSettings.Source(PostgresSettings.Parse(Postgres.ConnectionString + ";Auto Prepare Min Usages=2;Maximum Pool Size=5"));
        await using var session = new PostgresSession(await source.OpenConnectionAsync(Token));
        Assert.Equal(expected, await AskAsync(fails: "no"));
        await Assert.ThrowsAsync<PostgresException>(() => AskAsync(fails: "yes"));

        for (var uses = 0; uses < 4; uses++)
            Assert.Equal(expected, await AskAsync(fails: "no"));

        async Task<long?> AskAsync(string fails)
        {
            await session.BeginAsync(write: true, Token);
            try
            {
                await session.Sql("SELECT set_config('test.fails', @fails, true)").With("@fails", fails).LaterAsync(Token);
                var asked = await session.Sql($"SELECT planned() FROM generate_series(1, {rows})").FirstLaterAsync(static row => new Number(row.GetInt64(0)), Token);
                Assert.Equal(7, await session.Sql("SELECT CAST(7 AS BIGINT)").NumberAsync(Token));
                return (await asked.GetAsync(Token))?.Value;
            }
            finally
            {
                await session.RollbackAsync();
            }
        }
    }

    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);

    private sealed record Number(long Value);
}
