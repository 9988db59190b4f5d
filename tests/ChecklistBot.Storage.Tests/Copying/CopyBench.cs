using ChecklistBot.Storage.Copying;
using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Storage.Tests.Postgres;
using ChecklistBot.Storage.Tests.Sqlite;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Storage.Tests.Copying;

/// <summary>A SQLite file, a PostgreSQL schema without any table, and the copy from one to the other.</summary>
internal sealed class CopyBench : IDisposable
{
    private readonly TempFolder folder = new();

    private CopyBench(PostgresTestDatabase target) => Target = target;

    public PostgresTestDatabase Target { get; }

    public string File => folder.File("checklistbot.db");

    public string Source => $"Data Source={File};Default Timeout=1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<CopyBench> NewAsync(PostgresServer server) => new((PostgresTestDatabase)await PostgresTestDatabase.NewAsync(server));

    /// <summary>The same with a file that holds <see cref="CopySample"/>.</summary>
    public static async Task<CopyBench> FilledAsync(PostgresServer server)
    {
        var bench = await NewAsync(server);
        await using (var store = new SqliteAssessmentStore(bench.Source))
        {
            await store.MigrateAsync(Token);
            await CopySample.FillAsync(store, Token);
        }

        await bench.ChangeFileAsync(CopySample.Extremes);
        return bench;
    }

    /// <summary>Returns what was said on the way.</summary>
    public async Task<CopyNews> CopyAsync(string? target = null, Action? atBegin = null)
    {
        var news = new CopyNews(atBegin);
        Assert.Equal(CopyOutcome.Kept, await StoreCopy.RunAsync(Source, target ?? Target.ConnectionString, news, Token));
        return news;
    }

    public async Task<string> RefusalAsync(string? target = null, Action? atBegin = null) =>
        (await Assert.ThrowsAsync<StoreException>(() => CopyAsync(target, atBegin))).Message;

    /// <summary>Runs a statement on the file behind the bot's back.</summary>
    public async Task ChangeFileAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync(Token);
        await connection.RunAsync(sql, Token);
    }

    /// <summary>Makes the tables, so that a test can do something to them.</summary>
    public async Task MakeTablesAsync()
    {
        await using var store = new PostgresAssessmentStore(Target.ConnectionString);
        await store.MigrateAsync(Token);
    }

    /// <summary>How many tables of the target have rows, the version of the tables apart.</summary>
    public async Task<long> FilledTablesAsync()
    {
        var filled = 0L;
        foreach (var table in await TargetTablesAsync())
            if (table != "schema_version" && await Target.CountAsync(table, Token) > 0)
                filled++;
        return filled;
    }

    public async Task<IReadOnlyList<string>> TargetTablesAsync() =>
        ((string)(await Target.RunAsync(
            "SELECT COALESCE(string_agg(tablename, ' ' ORDER BY tablename COLLATE \"C\"), '') FROM pg_tables WHERE schemaname = current_schema()",
            Token))!).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => folder.Dispose();
}
