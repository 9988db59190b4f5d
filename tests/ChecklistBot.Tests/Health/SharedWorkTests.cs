using ChecklistBot.Health;

namespace ChecklistBot.Tests.Health;

public sealed class SharedWorkTests
{
    private readonly TaskCompletionSource<int> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int begun;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_while_it_is_under_way_gets_the_same_answer_and_who_asks_later_a_new_one()
    {
        var work = Work();
        var (first, second) = (work.JoinAsync(Token), work.JoinAsync(Token));
        answer.SetResult(7);

        Assert.Equal((7, 7), (await first, await second));
        Assert.Equal(1, begun);

        await work.JoinAsync(Token);
        Assert.Equal(2, begun);
    }

    [Fact]
    public async Task Who_waits_no_longer_does_not_end_it_for_the_others()
    {
        var work = Work();
        var patient = work.JoinAsync(Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.JoinAsync(new CancellationToken(canceled: true)));
        answer.SetResult(7);

        Assert.Equal(7, await patient);
        Assert.Equal(1, begun);
    }

    [Fact]
    public async Task A_failure_is_everybodys_who_waits_and_not_that_of_the_next()
    {
        var work = Work();
        var first = work.JoinAsync(Token);
        answer.SetException(new InvalidOperationException("Gone."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);

        await Assert.ThrowsAsync<InvalidOperationException>(() => work.JoinAsync(Token));
        Assert.Equal(2, begun);
    }

    private SharedWork<int> Work() => new(() =>
    {
        Interlocked.Increment(ref begun);
        return answer.Task;
    });
}
