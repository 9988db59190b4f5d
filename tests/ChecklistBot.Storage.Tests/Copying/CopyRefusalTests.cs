using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Storage.Tests.Postgres;
using Npgsql;

namespace ChecklistBot.Storage.Tests.Copying;

/// <summary>What is not copied, and the sentence that says why.</summary>
public sealed class CopyRefusalTests(PostgresServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_is_not_there_is_named_and_not_made()
    {
        using var bench = await CopyBench.NewAsync(server);

        Assert.Equal($"There is no database {bench.File}: name the SQLite file that the bot has used.", await bench.RefusalAsync());
        Assert.False(File.Exists(bench.File));
    }

    [Fact]
    public async Task A_folder_is_no_file()
    {
        using var bench = await CopyBench.NewAsync(server);
        Directory.CreateDirectory(bench.File);

        Assert.Equal($"{bench.File} is a folder: name the SQLite file that the bot has used.", await bench.RefusalAsync());
    }

    [Fact]
    public async Task A_letter_an_empty_file_and_another_programs_database_are_none_of_ours()
    {
        using var bench = await CopyBench.NewAsync(server);
        var sentence = $"{bench.File} is no database of ChecklistBot: name the SQLite file that the bot has used.";

        await File.WriteAllTextAsync(bench.File, "", Token);
        Assert.Equal(sentence, await bench.RefusalAsync());
        await File.WriteAllTextAsync(bench.File, string.Concat(Enumerable.Repeat("This is a letter. ", 500)), Token);
        Assert.Equal(sentence, await bench.RefusalAsync());
        File.Delete(bench.File);
        await bench.ChangeFileAsync("CREATE TABLE bookmarks (url TEXT)");
        Assert.Equal(sentence, await bench.RefusalAsync());
    }

    [Fact]
    public async Task A_file_of_a_newer_or_an_older_program_is_left_to_that_program()
    {
        using var bench = await CopyBench.FilledAsync(server);

        await bench.ChangeFileAsync("PRAGMA user_version = 1000");
        Assert.Contains(
            $"was written by a newer ChecklistBot (its tables are at step 1000, this program knows {Schema.Version}): copy it with that version.",
            await bench.RefusalAsync(),
            StringComparison.Ordinal);
        await bench.ChangeFileAsync("PRAGMA user_version = 1");
        Assert.Contains("was written by an older ChecklistBot", await bench.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_not_of_the_bot_is_named()
    {
        using var bench = await CopyBench.FilledAsync(server);
        await bench.ChangeFileAsync("CREATE TABLE notes (text TEXT)");

        Assert.Contains("the table notes, which is not of ChecklistBot", await bench.RefusalAsync(), StringComparison.Ordinal);

        await bench.ChangeFileAsync("ALTER TABLE notes RENAME TO \"it's\"");
        Assert.Contains("holds \"it's\", which is not of ChecklistBot", await bench.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_runs_on_the_file_is_noticed_even_while_it_is_idle()
    {
        using var bench = await CopyBench.FilledAsync(server);
        await using (var bot = new SqliteAssessmentStore(bench.Source))
        {
            await bot.MigrateAsync(Token);
            // As the delivery loop does at once and then every ten seconds, on a connection that stays open.
            await bot.ClaimDueAsync(CopySample.Now, 1, Token);

            Assert.Equal(
                $"The database {bench.File} is in use: stop the bot that runs on it, so that nothing is written while it is copied.",
                await bench.RefusalAsync());
        }

        await bench.CopyAsync();
    }

    [Fact]
    public async Task No_bot_can_start_on_the_file_during_the_copy()
    {
        using var bench = await CopyBench.FilledAsync(server);
        StoreException? refusal = null;

        await bench.CopyAsync(atBegin: () =>
        {
            using var store = new Closing(new SqliteAssessmentStore(bench.Source));
            refusal = Assert.Throws<StoreException>(() => store.Store.MigrateAsync(Token).GetAwaiter().GetResult());
        });

        Assert.Equal($"The database {bench.File} is held by another program: end that one and start again.", refusal!.Message);
    }

    [Fact]
    public async Task A_target_with_content_is_neither_mixed_nor_overwritten()
    {
        using var bench = await CopyBench.FilledAsync(server);
        await bench.CopyAsync();
        await bench.Target.RunAsync("UPDATE people SET name = 'Somebody'", Token);

        Assert.Matches(
            "^The database postgres on .* holds something already \\(its table [a-z]+ has rows\\), and a copy neither mixes nor overwrites: ",
            await bench.RefusalAsync());
        Assert.Equal("Somebody", await bench.Target.RunAsync("SELECT DISTINCT name FROM people", Token));
    }

    [Fact]
    public async Task A_target_of_a_newer_program_is_left_alone()
    {
        using var bench = await CopyBench.FilledAsync(server);
        await bench.MakeTablesAsync();
        await bench.Target.RunAsync("UPDATE schema_version SET version = 1000", Token);

        Assert.Contains("was written by a newer ChecklistBot", await bench.RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await bench.FilledTablesAsync());
    }

    [Fact]
    public async Task A_target_that_somebody_writes_to_is_not_waited_for_long()
    {
        using var bench = await CopyBench.FilledAsync(server);
        await bench.MakeTablesAsync();
        await using var other = new NpgsqlConnection(bench.Target.ConnectionString + ";Pooling=false");
        await other.OpenAsync(Token);
        await using var transaction = await other.BeginTransactionAsync(Token);
        await using var write = new NpgsqlCommand("INSERT INTO tenants VALUES ('web:local', 1)", other, transaction);
        await write.ExecuteNonQueryAsync(Token);

        Assert.Contains("is being written by another program", await bench.RefusalAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=bot;Username=bot", "The database bot on 127.0.0.1 does not answer (")]
    [InlineData("Database=bot", "CONNECTION names no server: ")]
    [InlineData("Data Source=checklistbot.db;Mode=Memory", "CONNECTION cannot be read (")]
    public async Task A_target_that_cannot_be_reached_is_named(string target, string beginning)
    {
        using var bench = await CopyBench.FilledAsync(server);

        Assert.StartsWith(beginning, await bench.RefusalAsync(target), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_may_not_log_in_is_named_by_where_they_were_written()
    {
        using var bench = await CopyBench.FilledAsync(server);

        Assert.EndsWith(
            "does not let nobody_here in: check user and password in CONNECTION.",
            await bench.RefusalAsync(bench.Target.ConnectionString.Replace("Username=postgres", "Username=nobody_here", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    private sealed class Closing(SqliteAssessmentStore store) : IDisposable
    {
        public SqliteAssessmentStore Store => store;

        public void Dispose() => store.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
