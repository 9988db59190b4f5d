using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Storage.Tests.Contract;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Storage.Tests.Sqlite;

public sealed class SqliteFaultTests : StoreContract
{
    private string Path => ((SqliteTestDatabase)Database).Path;

    private SqliteConnections Connections => ((SqliteAssessmentStore)Store).Connections;

    [Fact]
    public async Task A_full_disk_keeps_nothing_of_the_turn_and_the_next_one_works_once_there_is_room()
    {
        var run = await Started("Before");
        var before = run.State;
        // SQLite's own limit stands for the disk's: the same error from the same place.
        var writer = await Connections.RentWriterAsync(Token);
        var pages = await writer.Sql("PRAGMA page_count").NumberAsync(Token);
        await writer.Sql($"PRAGMA max_page_count = {pages}").NumberAsync(Token);
        await Connections.ReturnWriterAsync(broken: false);

        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => Write(async turn =>
        {
            await run.AppendAsync(turn, Now, 1, Token, new Renamed("After", "Before"));
            await turn.WantMessageAsync(Room, new WantedMessage { Content = new SaidContent(new string('x', 1_000_000)) }, Now, Token);
        }));

        Assert.Equal("The disk that holds the database is full.", refusal.Message);
        Assert.Equal("Before", (await Read(reader => reader.FindAssessmentAsync(Room, run.Id, Token)))?.State.Title);
        Assert.Empty(await Read(reader => reader.MessagesAsync(Room, 0, 10, Token)));

        var renamed = new RecordedEvent(2, Now, 1, new Renamed("After", "Before"));
        var after = Assessments.State.AssessmentEvolution.Apply(before, renamed);
        await Write(turn => turn.AppendAsync(Room, before, after, [renamed], Token));
        Assert.Equal("After", (await Read(reader => reader.FindAssessmentAsync(Room, run.Id, Token)))?.State.Title);
    }

    [Fact]
    public async Task A_database_that_another_program_holds_too_long_is_unavailable_for_turns_only()
    {
        await using var impatient = new SqliteAssessmentStore($"Data Source={Path};Default Timeout=1");
        await using var other = new SqliteConnection($"Data Source={Path};Pooling=False");
        await other.OpenAsync(Token);
        await other.RunAsync("BEGIN IMMEDIATE", Token);

        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() =>
            impatient.WriteAsync((turn, token) => turn.TakeAssessmentNumberAsync(Room, token), Token));
        Assert.Equal("Another program holds the database.", refusal.Message);
        Assert.NotNull(await impatient.ReadAsync((reader, token) => reader.FindConversationAsync(Room, token), Token));

        await other.RunAsync("ROLLBACK", Token);
        Assert.Equal(1, await impatient.WriteAsync((turn, token) => turn.TakeAssessmentNumberAsync(Room, token), Token));
    }

    [Fact]
    public async Task A_file_that_went_away_is_noticed_and_work_goes_on_when_it_is_back()
    {
        var away = Path + ".away";
        File.Move(Path, away);

        Assert.Equal(
            "The database file is gone.",
            (await Assert.ThrowsAsync<StorageUnavailableException>(() => Write(turn => turn.TakeAssessmentNumberAsync(Room, Token)))).Message);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Read(reader => reader.NextDueAsync(Token)));
        Assert.False(File.Exists(Path));

        File.Move(away, Path);
        Assert.Equal(1, await Write(turn => turn.TakeAssessmentNumberAsync(Room, Token)));
        Assert.NotNull(await Read(reader => reader.FindConversationAsync(Room, Token)));
    }

    [Fact]
    public async Task A_file_that_was_exchanged_for_an_older_copy_is_the_one_that_turns_go_to()
    {
        var run = await Started("Before");
        await using (var backup = new SqliteConnection($"Data Source={Path}.backup;Pooling=False"))
        await using (var source = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            await source.OpenAsync(Token);
            await backup.OpenAsync(Token);
            source.BackupDatabase(backup);
        }

        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Renamed("After", "Before")));
        foreach (var ending in (string[])["", "-wal", "-shm"])
            File.Delete(Path + ending);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Write(turn => turn.TakeAssessmentNumberAsync(Room, Token)));
        File.Move(Path + ".backup", Path);

        Assert.Equal(2, await Write(turn => turn.TakeAssessmentNumberAsync(Room, Token)));
        await using var later = Database.Open();
        var stored = await later.ReadAsync((reader, token) => reader.FindAssessmentAsync(Room, run.Id, token), Token);
        Assert.Equal("Before", stored?.State.Title);
        Assert.Equal(3, await later.WriteAsync((turn, token) => turn.TakeAssessmentNumberAsync(Room, token), Token));
    }

    [Fact]
    public async Task A_file_that_only_a_reader_missed_is_the_one_that_turns_go_to_once_it_is_back()
    {
        await Started("Before");
        foreach (var ending in (string[])["", "-wal", "-shm"])
            File.Delete(Path + ending);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Read(reader => reader.NextDueAsync(Token)));
        await using (var later = Database.Open())
            await later.MigrateAsync(Token);

        Assert.Null(await Read(reader => reader.FindConversationAsync(Room, Token)));
        Assert.Equal(1, await Write(async turn =>
        {
            await turn.SaveConversationAsync(new ConversationReference(Room, ConversationKind.Channel), Now, Token);
            return await turn.TakeAssessmentNumberAsync(Room, Token);
        }));
    }

    [Fact]
    public async Task A_file_that_was_exchanged_in_one_step_is_noticed_by_turns_and_reads_and_not_touched()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be exchanged there.");
        var path = Path + ".second";
        await using (var other = new SqliteAssessmentStore($"Data Source={path}.other"))
            await other.MigrateAsync(Token);
        var bytes = await File.ReadAllBytesAsync(path + ".other", Token);
        await using (var store = new SqliteAssessmentStore($"Data Source={path}"))
        {
            await store.MigrateAsync(Token);
            Assert.Equal(1, await store.WriteAsync(
                async (turn, token) =>
                {
                    await turn.SaveConversationAsync(new ConversationReference(Room, ConversationKind.Channel), Now, token);
                    return await turn.TakeAssessmentNumberAsync(Room, token);
                },
                Token));
            File.Move(path + ".other", path, overwrite: true);

            foreach (var work in (Func<Task>[])[ReadAsync, TurnAsync, ReadAsync])
            {
                var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(work);
                Assert.Equal("The database file was exchanged for another one while the bot had it open, so nothing is kept.", refusal.Message);
                Assert.Contains("Stop the bot", refusal.Remedy, StringComparison.Ordinal);
            }

            Task ReadAsync() => store.ReadAsync((reader, token) => reader.NextDueAsync(token), Token);

            Task TurnAsync() => store.WriteAsync((turn, token) => turn.TakeAssessmentNumberAsync(Room, token), Token);
        }

        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Token));
    }

    /// <summary>After a failure there is no open writer to ask: a new one would read the log of the old file into the new one.</summary>
    [Fact]
    public async Task A_file_that_was_exchanged_while_no_writer_was_open_is_noticed_by_the_next_turn()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be exchanged there.");
        var path = Path + ".second";
        foreach (var name in (string[])[path, path + ".other"])
            await using (var store = new SqliteAssessmentStore($"Data Source={name}"))
                await store.MigrateAsync(Token);
        await using var connections = new SqliteConnections(SqliteSettings.Parse($"Data Source={path}"));
        await connections.ReturnReaderAsync(await connections.RentReaderAsync(Token), broken: false);
        await connections.RentWriterAsync(Token);
        await connections.ReturnWriterAsync(broken: true);
        File.Move(path + ".other", path, overwrite: true);

        await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
        {
            await connections.RentWriterAsync(Token);
            await connections.ReturnWriterAsync(broken: false);
        });
    }

    [Fact]
    public async Task A_database_damaged_after_the_start_is_unavailable()
    {
        var path = Path + ".second";
        await using (var before = new SqliteAssessmentStore($"Data Source={path}"))
            await before.MigrateAsync(Token);
        await using (var file = File.OpenWrite(path))
        {
            file.Position = 100;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)file.Length - 100).ToArray(), Token);
        }

        await using var store = new SqliteAssessmentStore($"Data Source={path}");
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() =>
            store.ReadAsync((reader, token) => reader.FindConversationAsync(Room, token), Token));

        Assert.Equal("The database file is damaged.", refusal.Message);
    }

    [Theory]
    [InlineData(13, "The disk that holds the database is full.")]
    [InlineData(10, "The disk that holds the database reports an error.")]
    [InlineData(5, "Another program holds the database.")]
    [InlineData(6, "Another program holds the database.")]
    [InlineData(14, "The database file cannot be opened.")]
    [InlineData(8, "The database file must not be written.")]
    [InlineData(11, "The database file is damaged.")]
    [InlineData(26, "The database file is damaged.")]
    [InlineData(7, "There is too little memory for the database.")]
    [InlineData(15, "The database did not answer in time.")]
    [InlineData(1, null)]
    [InlineData(19, null)]
    public void What_only_time_or_an_operator_mends_is_unavailable_and_the_rest_is_a_bug(int code, string? sentence) =>
        Assert.Equal(sentence, SqliteDialect.Instance.WhyUnavailable(new SqliteException("", code)));

    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}
