using ChecklistBot.Storage.Tests.Postgres;

namespace ChecklistBot.Storage.Tests.Copying;

/// <summary>A copy that fails in the middle leaves nothing behind, and one that is damaged is noticed.</summary>
public sealed class CopyFaultTests(PostgresServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_that_the_target_refuses_ends_the_copy_and_not_even_tables_remain()
    {
        using var bench = await CopyBench.FilledAsync(server);
        // PostgreSQL keeps no text with the character 0.
        await bench.ChangeFileAsync("UPDATE people SET name = 'A' || char(0) WHERE person = 2 AND tenant = 'web:local'");

        var refusal = await bench.RefusalAsync();

        Assert.Contains(" refuses a row of the table people (22021: ", refusal, StringComparison.Ordinal);
        Assert.Empty(await bench.TargetTablesAsync());
    }

    [Fact]
    public async Task A_row_that_points_nowhere_is_refused_before_the_commit()
    {
        using var bench = await CopyBench.FilledAsync(server);
        await bench.ChangeFileAsync("UPDATE messages SET assessment = 'nowhere' WHERE number = 4 AND tenant = 'slack:T1'");

        Assert.Contains(" refuses a row of the table messages (23503: ", await bench.RefusalAsync(), StringComparison.Ordinal);
        Assert.Empty(await bench.TargetTablesAsync());
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_leaves_the_target_empty()
    {
        using var bench = await CopyBench.FilledAsync(server);
        await bench.MakeTablesAsync();
        await DisturbAsync(bench, "messages", "PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW;");

        Assert.EndsWith(" broke at the table messages: copy again.", await bench.RefusalAsync(), StringComparison.Ordinal);

        Assert.Equal(0, await bench.FilledTablesAsync());
        await bench.Target.RunAsync("DROP TRIGGER disturb ON messages", Token);
        await bench.CopyAsync();
    }

    [Theory]
    [InlineData("people", "NEW.name := NEW.name || ' '; RETURN NEW;", "the rows of the table people in the database ")]
    [InlineData("people", "NEW.organisation := COALESCE(NEW.organisation, ''); RETURN NEW;", "the rows of the table people in the database ")]
    [InlineData("seen", "NEW.hash := NEW.hash || '\\x00'; RETURN NEW;", "the rows of the table seen in the database ")]
    [InlineData("messages", "IF NEW.number = 2 THEN NEW.due := NEW.due + 1; END IF; RETURN NEW;", "the rows of the table messages in the database ")]
    [InlineData("messages", "IF NEW.number = 2 AND NEW.tenant = 'slack:T1' THEN RETURN NULL; END IF; RETURN NEW;", "the table messages has 32 rows in the file and 31 in ")]
    public async Task A_damaged_copy_is_noticed_and_not_kept(string table, string damage, string words)
    {
        using var bench = await CopyBench.FilledAsync(server);
        await bench.MakeTablesAsync();
        await DisturbAsync(bench, table, damage);

        var refusal = await bench.RefusalAsync();

        Assert.StartsWith("The copy is damaged: " + words, refusal, StringComparison.Ordinal);
        Assert.Equal(0, await bench.FilledTablesAsync());
    }

    /// <summary>Has the target do something to each row that comes into a table.</summary>
    private static Task<object?> DisturbAsync(CopyBench bench, string table, string what) => bench.Target.RunAsync(
        $"""
        CREATE FUNCTION disturb() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {what} END $$;
        CREATE TRIGGER disturb BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION disturb();
        """,
        Token);
}
