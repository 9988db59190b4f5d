using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Storage.Tests.Postgres;

namespace ChecklistBot.Storage.Tests.Copying;

/// <summary>From a SQLite file to PostgreSQL.</summary>
public sealed class CopyTests(PostgresServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_the_bot_asks_is_answered_the_same_after_the_copy()
    {
        using var bench = await CopyBench.FilledAsync(server);

        await bench.CopyAsync();

        await using var sqlite = new SqliteAssessmentStore(bench.Source);
        await using var postgres = new PostgresAssessmentStore(bench.Target.ConnectionString);
        await postgres.MigrateAsync(Token);
        var before = await Portrait.OfAsync(sqlite, Token);
        Assert.Contains(long.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture), before, StringComparison.Ordinal);
        Assert.Equal(before, await Portrait.OfAsync(postgres, Token));
    }

    [Fact]
    public async Task Every_table_is_copied_and_of_PostgreSQLs_own_there_are_only_the_claims_and_the_version()
    {
        using var bench = await CopyBench.FilledAsync(server);

        var news = await bench.CopyAsync();

        // A table that comes later needs rows in the sample.
        Assert.DoesNotContain(news.Sizes, table => table.Value == 0);
        Assert.Equal([.. news.Sizes.Keys.Concat(["claims", "schema_version"]).Order(StringComparer.Ordinal)], await bench.TargetTablesAsync());
        foreach (var (table, rows) in news.Sizes)
            Assert.Equal(rows, await bench.Target.CountAsync(table, Token));
    }

    [Fact]
    public async Task The_one_who_waits_hears_where_from_where_to_how_much_and_how_far()
    {
        using var bench = await CopyBench.FilledAsync(server);
        // More than fits between two news.
        await bench.ChangeFileAsync("""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100500)
            INSERT INTO seen (tenant, hash, answer, expires) SELECT 'web:local', CAST('hash ' || i AS BLOB), 'done', i FROM n
            """);

        var news = await bench.CopyAsync();

        Assert.Equal(bench.File, news.Source);
        Assert.StartsWith("postgres on ", news.Target, StringComparison.Ordinal);
        Assert.Equal(CopySample.Rooms.Count, news.Sizes["assessments"]);
        Assert.Equal([100_000, news.Sizes["seen"]], news.Copies.Where(one => one.Table == "seen").Select(one => one.Rows));
        Assert.Equal(news.Sizes.Keys.Order(), news.Comparisons.Order());
        Assert.Equal(news.Sizes["seen"], await bench.Target.CountAsync("seen", Token));
    }

    [Fact]
    public async Task A_file_without_any_content_is_copied_too()
    {
        using var bench = await CopyBench.NewAsync(server);
        await using (var store = new SqliteAssessmentStore(bench.Source))
            await store.MigrateAsync(Token);

        var news = await bench.CopyAsync();

        Assert.All(news.Sizes, table => Assert.Equal(0, table.Value));
        Assert.Equal(0, await bench.FilledTablesAsync());
    }

    [Fact]
    public async Task The_file_stays_byte_for_byte_as_it_was()
    {
        using var bench = await CopyBench.FilledAsync(server);
        var before = await File.ReadAllBytesAsync(bench.File, Token);

        await bench.CopyAsync();

        Assert.Equal(before, await File.ReadAllBytesAsync(bench.File, Token));
        Assert.Equal(["checklistbot.db"], Directory.GetFiles(Path.GetDirectoryName(bench.File)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_a_killed_bot_left_in_its_log_is_copied_and_the_log_is_left()
    {
        using var living = await CopyBench.NewAsync(server);
        using var killed = await CopyBench.NewAsync(server);
        await using var store = new SqliteAssessmentStore(living.Source);
        await store.MigrateAsync(Token);
        await CopySample.FillAsync(store, Token);
        var inLog = new ConversationReference(new ConversationKey("web", "log", "main"), ConversationKind.Channel);
        await store.WriteAsync((turn, cancel) => Kept(turn.SaveConversationAsync(inLog, CopySample.Now, cancel)), Token);
        // A process that dies leaves its files as they are at that moment.
        File.Copy(living.File, killed.File);
        File.Copy(living.File + "-wal", killed.File + "-wal");
        var before = (await File.ReadAllBytesAsync(killed.File, Token), await File.ReadAllBytesAsync(killed.File + "-wal", Token));

        var news = await killed.CopyAsync();

        Assert.Equal(CopySample.Rooms.Count + 1, news.Sizes["conversations"]);
        Assert.Equal(before.Item1, await File.ReadAllBytesAsync(killed.File, Token));
        Assert.Equal(before.Item2, await File.ReadAllBytesAsync(killed.File + "-wal", Token));
    }

    [Fact]
    public async Task A_database_that_sorts_by_a_language_is_compared_all_the_same()
    {
        using var bench = await CopyBench.FilledAsync(server);
        var name = $"copy_{Guid.NewGuid():N}";
        await bench.Target.RunAsync($"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-GB'", Token);

        var news = await bench.CopyAsync(bench.Target.ConnectionString.Replace("Database=postgres", $"Database={name};Pooling=false", StringComparison.Ordinal)
            .Replace("Search Path=", "Search Path=public,", StringComparison.Ordinal));

        Assert.Equal(news.Sizes.Count, news.Comparisons.Count);
    }

    private static async Task<bool> Kept(Task turn)
    {
        await turn;
        return true;
    }
}
