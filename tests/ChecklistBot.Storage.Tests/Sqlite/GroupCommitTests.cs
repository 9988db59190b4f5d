using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Storage.Tests.Contract;
using SQLitePCL;

namespace ChecklistBot.Storage.Tests.Sqlite;

/// <summary>Turns that wait for the one writer are kept together.</summary>
public sealed class GroupCommitTests : StoreContract
{
    private static readonly AsyncLocal<int> Own = new();

    private int commits;
    private bool commitsFail;

    private SqliteConnections Connections => ((SqliteAssessmentStore)Store).Connections;

    [Fact]
    public async Task Turns_that_wait_share_one_commit_and_are_answered_after_it()
    {
        var turns = await WhileTheWriterIsBusyAsync(20, (turn, i) => turn.SavePersonAsync(Room, new PersonReference($"u{i}", $"Person {i}"), Token));

        Assert.Equal(Enumerable.Range(1, 20), (await Task.WhenAll(turns)).Order());
        // The first of them was under way with the writer; all others came meanwhile.
        Assert.Equal(1, commits);
    }

    [Fact]
    public async Task A_group_has_an_end_so_that_its_first_turn_does_not_wait_for_ever()
    {
        var turns = await WhileTheWriterIsBusyAsync(
            GroupCommit.MostAtOnce + 10,
            (turn, i) => turn.SavePersonAsync(Room, new PersonReference($"u{i}", $"Person {i}"), Token));

        await Task.WhenAll(turns);
        Assert.Equal(2, commits);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task A_turn_that_fails_leaves_nothing_and_takes_no_other_with_it(int bad)
    {
        var turns = await WhileTheWriterIsBusyAsync(8, async (turn, i) =>
        {
            await turn.SavePersonAsync(Room, new PersonReference($"u{i}", $"Person {i}"), Token);
            return i == bad ? throw new InvalidOperationException($"Turn {i} fails.") : i;
        });

        Assert.Equal($"Turn {bad} fails.", (await Assert.ThrowsAsync<InvalidOperationException>(() => turns[bad])).Message);
        foreach (var (turn, i) in turns.Select((turn, i) => (turn, i)).Where(one => one.i != bad))
            Assert.Equal(i, await turn);
        foreach (var i in Enumerable.Range(0, 8))
            Assert.Equal(i != bad, await IsKnownAsync($"u{i}"));
    }

    [Fact]
    public async Task When_the_commit_fails_every_turn_of_it_is_refused_and_none_is_kept()
    {
        commitsFail = true;
        var turns = await WhileTheWriterIsBusyAsync(6, (turn, i) => turn.SavePersonAsync(Room, new PersonReference($"u{i}", $"Person {i}"), Token));

        foreach (var turn in turns)
            await Assert.ThrowsAnyAsync<Exception>(() => turn);
        commitsFail = false;

        foreach (var i in Enumerable.Range(0, 6))
            Assert.False(await IsKnownAsync($"u{i}"));
        Assert.Equal(1, await Write(turn => turn.SavePersonAsync(Room, new PersonReference("u1", "Ann"), Token)));
    }

    [Fact]
    public async Task A_database_that_fills_up_within_a_group_keeps_just_what_it_acknowledges()
    {
        var writer = await Connections.RentWriterAsync(Token);
        var pages = await writer.Sql("PRAGMA page_count").NumberAsync(Token);
        await writer.Sql($"PRAGMA max_page_count = {pages + 3}").NumberAsync(Token);
        await Connections.ReturnWriterAsync(broken: false);

        var turns = await WhileTheWriterIsBusyAsync(30, async (turn, i) =>
        {
            var number = await turn.SavePersonAsync(Room, new PersonReference($"u{i}", $"Person {i}"), Token);
            await turn.WantMessageAsync(Room, new WantedMessage { Content = Data.Samples.Notice(new string('x', 900)) }, Now, Token);
            return number;
        });
        var kept = new List<bool>();
        foreach (var turn in turns)
            kept.Add(await IsKeptAsync(turn));

        Assert.Contains(false, kept);
        foreach (var i in Enumerable.Range(0, 30))
            Assert.Equal(kept[i], await IsKnownAsync($"u{i}"));
        Assert.Equal(kept.Count(one => one), (await Read(reader => reader.MessagesAsync(Room, 0, 100, Token))).Count);
    }

    [Fact]
    public async Task A_turn_given_up_before_its_place_came_is_not_begun()
    {
        using var impatient = new CancellationTokenSource();
        var begun = false;
        var writer = await Connections.RentWriterAsync(Token);
        var first = Write(turn => turn.SavePersonAsync(Room, new PersonReference("u1", "Ann"), Token));
        var second = Store.WriteAsync(
            (_, _) =>
            {
                begun = true;
                return Task.FromResult(true);
            },
            impatient.Token);
        await impatient.CancelAsync();
        await Connections.ReturnWriterAsync(broken: false);

        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(begun);
        Assert.NotNull(writer);
    }

    [Fact]
    public async Task What_a_turn_logs_and_traces_is_its_own_whoever_does_the_work()
    {
        var turns = await WhileTheWriterIsBusyAsync(10, (_, i) => Task.FromResult((i, Own.Value)));

        foreach (var (i, own) in await Task.WhenAll(turns))
            Assert.Equal(i, own);
    }

    [Fact]
    public async Task Of_many_turns_that_fail_or_give_up_at_random_just_the_acknowledged_ones_are_kept()
    {
        var fates = Enumerable.Range(0, 400).Select(i => i * 7919 % 101 % 10).ToList();
        var kept = await Task.WhenAll(fates.Select((fate, i) => Task.Run(() => IsKeptAsync(Store.WriteAsync(
            async (turn, _) =>
            {
                await turn.SavePersonAsync(Room, new PersonReference($"u{i}", $"Person {i}"), Token);
                return fate switch
                {
                    0 => throw new InvalidOperationException("The turn fails."),
                    1 => throw new StaleAssessmentException("The turn was decided on something old."),
                    _ => i,
                };
            },
            new CancellationToken(canceled: fate == 2))))));

        foreach (var i in Enumerable.Range(0, fates.Count))
        {
            Assert.Equal(fates[i] > 2, kept[i]);
            Assert.Equal(kept[i], await IsKnownAsync($"u{i}"));
        }
    }

    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();

    /// <summary>Watches the writer's commits and holds it until all turns wait.</summary>
    private async Task<List<Task<T>>> WhileTheWriterIsBusyAsync<T>(int count, Func<IStoreTransaction, int, Task<T>> work)
    {
        var writer = await Connections.RentWriterAsync(Token);
        raw.sqlite3_commit_hook(writer.Handle, _ => commitsFail ? 1 : Count(), null);
        var turns = new List<Task<T>>();
        for (var i = 0; i < count; i++)
        {
            var number = i;
            Own.Value = i;
            turns.Add(Write(turn => work(turn, number)));
        }

        await Connections.ReturnWriterAsync(broken: false);
        return turns;
    }

    private int Count()
    {
        commits++;
        return 0;
    }

    private static async Task<bool> IsKeptAsync<T>(Task<T> turn)
    {
        try
        {
            await turn;
            return true;
        }
        catch (Exception why) when (why is StorageUnavailableException or InvalidOperationException or StaleAssessmentException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> IsKnownAsync(string id) => await Read(reader => reader.FindPersonAsync(Room, id, Token)) is not null;
}
