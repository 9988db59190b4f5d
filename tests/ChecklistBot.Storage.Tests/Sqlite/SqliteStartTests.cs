using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Storage.Tests.Sqlite;

public sealed class SqliteStartTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Path => folder.File("checklistbot.db");

    private const string Definition = "SELECT group_concat(name || coalesce(sql, ''), ';') FROM (SELECT name, sql FROM sqlite_schema ORDER BY name)";

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_file_is_made_and_stays_as_it_is_at_the_next_start()
    {
        await StartAsync();
        await StartAsync();

        Assert.Equal(Schema.Version, await NumberAsync("PRAGMA user_version"));
        Assert.Equal(SqlitePragmas.ApplicationId, await NumberAsync("PRAGMA application_id"));
        Assert.Equal(8, await NumberAsync("SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table'"));
    }

    [Fact]
    public async Task A_file_of_the_first_version_becomes_what_a_new_one_is_and_still_knows_who_took_part()
    {
        await RunAsync(string.Join(";\n", Schema.Statements(0, 1, SqliteDialect.Instance)));
        await RunAsync($"""
            PRAGMA user_version = 1;
            PRAGMA application_id = {SqlitePragmas.ApplicationId};
            INSERT INTO conversations VALUES ('web:local', 'main', 'channel', NULL, 1, 0, 0, 0, 0);
            INSERT INTO assessments VALUES ('web:local', 'a1', 'main', NULL, 1, 'CRM', 'open', 1, NULL, 0, '[]', '', 0, NULL, NULL, NULL, 3, '');
            INSERT INTO events VALUES ('web:local', 'a1', 1, 0, 7, ''), ('web:local', 'a1', 2, 0, 8, ''), ('web:local', 'a1', 3, 0, 7, '');
            """);

        await StartAsync();

        Assert.Equal(Schema.Version, await NumberAsync("PRAGMA user_version"));
        Assert.Equal(2, await NumberAsync("SELECT COUNT(*) FROM participants WHERE tenant = 'web:local' AND assessment = 'a1' AND person IN (7, 8)"));
        var upgraded = await TextAsync(Definition);
        File.Delete(Path);
        await StartAsync();
        Assert.Equal(await TextAsync(Definition), upgraded);
    }

    [Fact]
    public async Task An_empty_file_is_as_good_as_none()
    {
        await File.WriteAllBytesAsync(Path, [], Token);

        await StartAsync();

        Assert.Equal(Schema.Version, await NumberAsync("PRAGMA user_version"));
    }

    [Fact]
    public async Task Copies_that_start_at_once_make_the_tables_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => StartAsync())));

        Assert.Equal(Schema.Version, await NumberAsync("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_file_as_it_was()
    {
        // A table of ours that is in the way, in a file that is marked as ours and as being at step 0.
        await RunAsync($"PRAGMA application_id = {SqlitePragmas.ApplicationId}; CREATE TABLE messages (x); INSERT INTO messages VALUES (1)");

        var refusal = await Assert.ThrowsAsync<StoreException>(StartAsync);

        Assert.Contains("cannot be used", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await NumberAsync("PRAGMA user_version"));
        Assert.Equal(1, await NumberAsync("SELECT COUNT(*) FROM sqlite_schema"));
        Assert.Equal(1, await NumberAsync("SELECT COUNT(*) FROM messages"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        await StartAsync();
        await RunAsync("PRAGMA user_version = 1000");

        var refusal = await Assert.ThrowsAsync<StoreException>(StartAsync);

        Assert.Equal(
            $"The database {Path} was written by a newer ChecklistBot (its tables are at step 1000, this program knows {Schema.Version}): "
            + "run that version, or give this one the file as it was before the upgrade.",
            refusal.Message);
        Assert.Equal(1000, await NumberAsync("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        await RunAsync("CREATE TABLE bookmarks (url TEXT)");
        var before = await File.ReadAllBytesAsync(Path, Token);

        var refusal = await Assert.ThrowsAsync<StoreException>(StartAsync);

        Assert.Equal(
            $"The database {Path} belongs to another program: name another file in Storage:ConnectionString.",
            refusal.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path, Token));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var before = Enumerable.Repeat("This is a letter. "u8.ToArray(), 500).SelectMany(word => word).ToArray();
        await File.WriteAllBytesAsync(Path, before, Token);

        var refusal = await Assert.ThrowsAsync<StoreException>(StartAsync);

        Assert.Equal(
            $"The file {Path} is not a database: move it away or name another file in Storage:ConnectionString.",
            refusal.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path, Token));
    }

    [Fact]
    public async Task A_damaged_database_is_refused()
    {
        await StartAsync();
        await using (var file = File.OpenWrite(Path))
        {
            file.Position = 100;
            await file.WriteAsync(new byte[4000], Token);
        }

        var refusal = await Assert.ThrowsAsync<StoreException>(StartAsync);

        Assert.Equal($"The database {Path} is damaged: restore it from a copy, or move it away to begin anew.", refusal.Message);
    }

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        var path = folder.File("missing/checklistbot.db");

        var refusal = await Assert.ThrowsAsync<StoreException>(() => StartAsync($"Data Source={path}"));

        Assert.Equal(
            $"The database {path} cannot be made because its folder does not exist: create {folder.File("missing")} or change "
            + "Storage:ConnectionString.",
            refusal.Message);
    }

    [Fact]
    public async Task A_folder_is_no_database()
    {
        var refusal = await Assert.ThrowsAsync<StoreException>(() => StartAsync($"Data Source={folder.Path}"));

        Assert.Equal($"The database {folder.Path} is a folder: name a file in Storage:ConnectionString.", refusal.Message);
    }

    [Fact]
    public async Task A_file_that_cannot_be_made_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a folder in which nobody may create files: /proc");

        var refusal = await Assert.ThrowsAsync<StoreException>(() => StartAsync("Data Source=/proc/checklistbot.db"));

        Assert.Equal(
            "The database /proc/checklistbot.db cannot be opened: the account that runs this program must be able to read and write "
            + "the file and its folder.",
            refusal.Message);
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_named()
    {
        await StartAsync();
        await using var other = new SqliteConnection($"Data Source={Path};Pooling=False");
        await other.OpenAsync(Token);
        await other.RunAsync("BEGIN IMMEDIATE", Token);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => StartAsync($"Data Source={Path};Default Timeout=1"));

        Assert.Equal($"The database {Path} is held by another program: end that one and start again.", refusal.Message);
    }

    [Fact]
    public async Task A_password_is_refused_where_the_library_cannot_encrypt()
    {
        var refusal = await Assert.ThrowsAsync<StoreException>(() => StartAsync($"Data Source={Path};Password=secret"));

        Assert.StartsWith($"The database {Path} cannot be ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(" Leave it out of the connection string.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Vfs_that_there_is_not_is_refused_with_what_to_leave_out()
    {
        var refusal = await Assert.ThrowsAsync<StoreException>(() => StartAsync($"Data Source={Path};Vfs=nope"));

        Assert.Equal($"The database {Path} cannot be opened by a Vfs that SQLite does not have: leave Vfs out of Storage:ConnectionString.", refusal.Message);
    }

    [Theory]
    [InlineData(11, "is damaged")]
    [InlineData(8, "must not be written")]
    [InlineData(3, "must not be written")]
    [InlineData(13, "the disk is full")]
    [InlineData(10, "the disk reports an error")]
    [InlineData(14, "cannot be opened")]
    [InlineData(5, "held by another program")]
    [InlineData(26, "is not a database")]
    [InlineData(1, "cannot be used: something else")]
    public void Each_reason_that_SQLite_gives_has_its_sentence(int code, string words)
    {
        var sentence = new SqliteMigration(SqliteSettings.Parse($"Data Source={Path}")).Sentence(new SqliteException("something else", code));

        Assert.Contains(Path, sentence, StringComparison.Ordinal);
        Assert.Contains(words, sentence, StringComparison.Ordinal);
    }

    private Task StartAsync() => StartAsync($"Data Source={Path}");

    private static async Task StartAsync(string connectionString)
    {
        await using var store = new SqliteAssessmentStore(connectionString);
        await store.MigrateAsync(Token);
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync(Token);
        await connection.RunAsync(sql, Token);
    }

    private async Task<string?> TextAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (string?)await command.ExecuteScalarAsync(Token);
    }

    private async Task<long> NumberAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync(Token);
        return await connection.NumberAsync(sql, Token);
    }
}
