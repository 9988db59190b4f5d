using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class ConcurrencyContract : StoreContract
{
    [Fact]
    public async Task Many_writers_at_once_lose_nothing_and_share_no_number()
    {
        await using var second = Database.Open();
        RelationalStore[] copies = [Store, second];

        var numbers = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Task.Run(() => copies[i % 2].WriteAsync(
            async (turn, token) =>
            {
                var person = await turn.SavePersonAsync(Room, new PersonReference($"u{i % 10}", $"Person {i % 10}"), token);
                var run = new Run(Room);
                await run.StartAsync(turn, $"Number {i}", Now, token, person);
                var wanted = new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" };
                return (run.State.Number, Message: await turn.WantMessageAsync(Room, wanted, Now, token));
            },
            Token))));

        Assert.Equal(Enumerable.Range(1, 120), numbers.Select(one => one.Number).Order());
        Assert.Equal(Enumerable.Range(1, 120), numbers.Select(one => (int)one.Message).Order());
        var messages = await Read(reader => reader.MessagesAsync(Room, 0, 1000, Token));
        Assert.Equal(120, messages.Select(one => one.Changed).Distinct().Count());
        // Where copies meet a person at the same moment a number may be left out, but nobody gets two.
        Assert.Equal(10, (await Read(reader => reader.NamesAsync(Room, [.. Enumerable.Range(1, 500)], Token))).People.Count);
    }

    [Fact]
    public async Task Of_two_turns_decided_on_the_same_state_one_is_told_to_decide_again()
    {
        var run = await Started("CRM to accounting");
        await using var second = Database.Open();
        RelationalStore[] copies = [Store, second];

        // Each person answers ten times; whoever is too late reads anew and tries again.
        await Task.WhenAll(Enumerable.Range(1, 6).Select(person => Task.Run(async () =>
        {
            for (var i = 1; i <= 10;)
                if (await TryAnswerAsync(copies[person % 2], run, person, i))
                    i++;
        })));

        var history = await Read(reader => reader.EventsAsync(Room, run.Id, Token));
        Assert.Equal(Enumerable.Range(1, 61), history.Select(one => (int)one.Sequence));
        foreach (var person in Enumerable.Range(1, 6))
            Assert.Equal(
                Enumerable.Range(1, 10).Select(i => $"option-{i}"),
                history.Where(one => one.Person == person).Select(one => one.Event).OfType<Answered>().Select(one => one.Option));
    }

    [Fact]
    public async Task Readers_never_see_half_a_turn()
    {
        var run = await Started("0");
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var reads = 0;
            while (!done.IsCancellationRequested || reads == 0)
            {
                reads++;
                await Read(async reader =>
                {
                    var listed = Assert.Single(await reader.ListAsync(Room, new AssessmentQuery(), Token));
                    var stored = await reader.FindAssessmentAsync(Room, run.Id, Token);
                    var history = await reader.EventsAsync(Room, run.Id, Token);
                    Assert.Equal(stored!.State.Title, listed.Title);
                    Assert.Equal(stored.State.Version, history.Count);
                    return true;
                });
            }

            return reads;
        })).ToList();

        for (var i = 1; i <= 50; i++)
            await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Renamed($"{i}", $"{i - 1}"), new FocusMoved("delay")));
        await done.CancelAsync();

        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 0));
    }

    [Fact]
    public async Task A_turn_that_is_given_up_before_its_commit_leaves_nothing_and_the_next_one_works()
    {
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteAsync(
            async (turn, token) =>
            {
                await turn.SavePersonAsync(Room, new PersonReference("u1", "Ann"), token);
                await source.CancelAsync();
                token.ThrowIfCancellationRequested();
                return true;
            },
            source.Token));

        Assert.Null(await Read(reader => reader.FindPersonAsync(Room, "u1", Token)));
        Assert.Equal(1, await Write(turn => turn.SavePersonAsync(Room, new PersonReference("u1", "Ann"), Token)));
    }

    private static async Task<bool> TryAnswerAsync(RelationalStore store, Run run, int person, int i)
    {
        var read = await store.ReadAsync((reader, token) => reader.FindAssessmentAsync(Room, run.Id, token), Token);
        var answered = new RecordedEvent(read!.State.Version + 1, Now, person, new Answered("delay", $"option-{i}", null));
        var after = Assessments.State.AssessmentEvolution.Apply(read.State, answered);
        try
        {
            await store.WriteAsync(
                async (turn, token) =>
                {
                    await turn.AppendAsync(Room, read.State, after, [answered], token);
                    return true;
                },
                Token);
            return true;
        }
        catch (StaleAssessmentException)
        {
            return false;
        }
    }
}
