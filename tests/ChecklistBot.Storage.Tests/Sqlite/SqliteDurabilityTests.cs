using System.Text;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Storage.Tests.Contract;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Sqlite;

public sealed class SqliteDurabilityTests : StoreContract
{
    private string Path => ((SqliteTestDatabase)Database).Path;

    private SqliteConnections Connections => ((SqliteAssessmentStore)Store).Connections;

    [Fact]
    public async Task Commits_reach_the_disk_and_deleted_rows_are_overwritten()
    {
        var writer = await Connections.RentWriterAsync(Token);
        var settings = new Dictionary<string, long?>();
        foreach (var pragma in (string[])["synchronous", "secure_delete", "foreign_keys", "busy_timeout"])
            settings[pragma] = await writer.Sql($"PRAGMA {pragma}").NumberAsync(Token);
        var journal = await writer.Sql("PRAGMA journal_mode").FirstAsync(row => row.GetString(0), Token);
        await Connections.ReturnWriterAsync(broken: false);

        const int Full = 2;
        Assert.Equal(Full, settings["synchronous"]);
        Assert.Equal(1, settings["secure_delete"]);
        Assert.Equal(1, settings["foreign_keys"]);
        Assert.Equal(5000, settings["busy_timeout"]);
        Assert.Equal("wal", journal);
    }

    [Fact]
    public async Task No_limit_to_waiting_for_another_program_is_none_within_SQLite_either()
    {
        await using var connections = new SqliteConnections(SqliteSettings.Parse($"Data Source={Path};Default Timeout=0"));
        var writer = await connections.RentWriterAsync(Token);
        Assert.Equal(int.MaxValue, await writer.Sql("PRAGMA busy_timeout").NumberAsync(Token));
        await connections.ReturnWriterAsync(broken: false);
    }

    [Fact]
    public async Task A_parameter_that_was_not_given_is_a_bug_and_not_NULL()
    {
        var reader = await Connections.RentReaderAsync(Token);
        try
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => reader.Sql("SELECT 1 FROM people WHERE tenant = @tenant AND person = @person").WithTenant(Room).ExistsAsync(Token));
        }
        finally
        {
            await Connections.ReturnReaderAsync(reader, broken: false);
        }
    }

    [Fact]
    public async Task Readers_cannot_write()
    {
        var reader = await Connections.RentReaderAsync(Token);
        try
        {
            var refusal = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() =>
                reader.Sql("UPDATE conversations SET changes = 0 WHERE tenant = 'x' AND conversation = 'y'").ExecuteAsync(Token));
            Assert.Contains("readonly", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            await Connections.ReturnReaderAsync(reader, broken: false);
        }
    }

    [Fact]
    public async Task After_every_turn_a_copy_of_the_files_holds_all_that_was_answered()
    {
        var run = await Started("0");
        for (var i = 1; i <= 12; i++)
        {
            await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Renamed($"{i}", $"{i - 1}")));

            using var crashed = Crash(cutLog: null);
            Assert.Equal($"{i}", await TitleInAsync(crashed, run));
        }
    }

    [Fact]
    public async Task A_log_torn_anywhere_loses_whole_turns_from_its_end_and_never_a_part_of_one()
    {
        var run = await Started("0");
        for (var i = 1; i <= 6; i++)
            await Write(async turn =>
            {
                await run.AppendAsync(turn, Now, 1, Token, new Renamed($"{i}", $"{i - 1}"), new FocusMoved("delay"));
                await turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" }, Now, Token);
            });

        var length = new FileInfo(Path + "-wal").Length;
        var titles = new HashSet<string?>();
        for (var cut = length; cut > length / 2; cut -= length / 40)
        {
            using var crashed = Crash(cut);
            await using var store = new SqliteAssessmentStore($"Data Source={crashed.File("copy.db")}");
            await store.MigrateAsync(Token);
            await store.ReadAsync(
                async (reader, token) =>
                {
                    if (await reader.FindAssessmentAsync(Room, run.Id, token) is not { } stored)
                        return false;
                    titles.Add(stored.State.Title);
                    var turns = int.Parse(stored.State.Title, null);
                    Assert.Equal((2 * turns) + 1, (await reader.EventsAsync(Room, run.Id, token)).Count);
                    Assert.Equal(turns, (await reader.FindMessageAsync(Room, run.Id, "live", token))?.WantedVersion ?? 0);
                    return true;
                },
                Token);
        }

        Assert.Contains("6", titles);
        Assert.True(titles.Count > 1, "No cut reached a turn.");
    }

    [Fact]
    public async Task A_forgotten_name_is_nowhere_in_the_files()
    {
        const string Name = "Wilhelmina-Zephyrine";
        await Write(turn => turn.SavePersonAsync(Room, new PersonReference("u-wilhelmina", Name), Token));
        Assert.True(await FilesHoldAsync(Name));

        await Write(turn => turn.ForgetPersonAsync(Room, 1, Now, Token));

        Assert.False(await FilesHoldAsync(Name));
        Assert.False(await FilesHoldAsync("u-wilhelmina"));
    }

    [Fact]
    public async Task A_forgotten_name_leaves_the_log_as_soon_as_no_reader_needs_it()
    {
        const string Name = "Wilhelmina-Zephyrine";
        await using var impatient = new SqliteAssessmentStore($"Data Source={Path};Default Timeout=1");
        await Write(turn => turn.SavePersonAsync(Room, new PersonReference("u1", Name), Token));
        await Read(async reader =>
        {
            Assert.Equal(Name, (await reader.NamesAsync(Room, [1], Token))[1]);
            await impatient.WriteAsync((turn, token) => turn.ForgetPersonAsync(Room, 1, Now, token), Token);
            Assert.Equal(Name, (await reader.NamesAsync(Room, [1], Token))[1]);
            return true;
        });

        await impatient.WriteAsync((turn, token) => turn.TakeAssessmentNumberAsync(Room, token), Token);

        Assert.False(await FilesHoldAsync(Name));
    }

    [Fact]
    public async Task What_platforms_send_as_keys_is_kept_as_hashes_only()
    {
        await Write(turn => turn.ClaimSeenAsync(Room, "Ev-very-recognisable", "answer", Now, Now.AddHours(1), Token));

        Assert.False(await FilesHoldAsync("very-recognisable"));
        Assert.True(await FilesHoldAsync("answer"));
    }

    [Fact]
    public async Task Closing_writes_the_log_back_into_the_file()
    {
        await using (var store = new SqliteAssessmentStore($"Data Source={Path}.second"))
        {
            await store.MigrateAsync(Token);
            await store.WriteAsync(
                async (turn, token) =>
                {
                    await turn.SaveConversationAsync(new ConversationReference(Room, ConversationKind.Group), Now, token);
                    return true;
                },
                Token);
            Assert.True(File.Exists(Path + ".second-wal"));
        }

        Assert.False(File.Exists(Path + ".second-wal"));
    }

    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();

    /// <summary>What another process would find if this one were killed now; the log cut as by a power failure.</summary>
    private TempFolder Crash(long? cutLog)
    {
        var folder = new TempFolder();
        File.Copy(Path, folder.File("copy.db"));
        File.Copy(Path + "-wal", folder.File("copy.db-wal"));
        if (cutLog is { } length)
        {
            using var log = File.OpenWrite(folder.File("copy.db-wal"));
            log.SetLength(length);
        }

        return folder;
    }

    private static async Task<string?> TitleInAsync(TempFolder crashed, Run run)
    {
        await using var store = new SqliteAssessmentStore($"Data Source={crashed.File("copy.db")}");
        await store.MigrateAsync(Token);
        return (await store.ReadAsync((reader, token) => reader.FindAssessmentAsync(Room, run.Id, token), Token))?.State.Title;
    }

    private async Task<bool> FilesHoldAsync(string text)
    {
        foreach (var file in (string[])[Path, Path + "-wal"])
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, Token);
            if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
                return true;
        }

        return false;
    }
}
