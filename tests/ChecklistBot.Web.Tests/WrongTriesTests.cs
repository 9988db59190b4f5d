using ChecklistBot.Web.Requests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Web.Tests;

public sealed class WrongTriesTests
{
    private readonly FakeTimeProvider time = new();
    private readonly Lifetime lifetime = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_delay_doubles_up_to_two_seconds_and_starts_anew_after_a_right_one()
    {
        using var tries = new WrongTries(time, lifetime);
        foreach (var delay in new[] { 250, 500, 1000, 2000, 2000 })
        {
            await AssertDelayAsync(tries, delay);
        }

        Assert.True(await tries.EnterAsync(Cancel));
        tries.Right();
        await AssertDelayAsync(tries, 250);
    }

    [Fact]
    public async Task A_quiet_minute_is_forgiving()
    {
        using var tries = new WrongTries(time, lifetime);
        await AssertDelayAsync(tries, 250);
        await AssertDelayAsync(tries, 500);
        time.Advance(TimeSpan.FromSeconds(61));
        await AssertDelayAsync(tries, 250);
    }

    [Fact]
    public async Task Wrong_tries_keep_their_places_so_that_many_connections_guess_no_faster()
    {
        using var tries = new WrongTries(time, lifetime);
        var wrong = new List<Task<int>>();
        for (var i = 0; i < WrongTries.Places; i++)
        {
            Assert.True(await tries.EnterAsync(Cancel));
            wrong.Add(tries.WrongAsync());
        }

        var next = tries.EnterAsync(Cancel);
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await next);
        await Task.WhenAll(wrong);
    }

    [Fact]
    public async Task More_than_may_wait_are_turned_away_at_once()
    {
        using var tries = new WrongTries(time, lifetime);
        using var done = new CancellationTokenSource();
        for (var i = 0; i < WrongTries.Places; i++)
        {
            Assert.True(await tries.EnterAsync(Cancel));
        }

        var waiting = Enumerable.Range(0, WrongTries.MostWaiting).Select(_ => tries.EnterAsync(done.Token)).ToList();
        Assert.False(await tries.EnterAsync(Cancel));
        await done.CancelAsync();
        await Task.WhenAll(waiting.Select(static w => Assert.ThrowsAnyAsync<OperationCanceledException>(() => w)));
    }

    [Fact]
    public async Task A_stopping_process_waits_for_no_delay()
    {
        using var tries = new WrongTries(time, lifetime);
        Assert.True(await tries.EnterAsync(Cancel));
        var wrong = tries.WrongAsync();
        lifetime.StopApplication();
        Assert.Equal(1, await wrong);
    }

    private async Task AssertDelayAsync(WrongTries tries, int milliseconds)
    {
        Assert.True(await tries.EnterAsync(Cancel));
        var wrong = tries.WrongAsync();
        time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        Assert.False(wrong.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await wrong;
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        private readonly CancellationTokenSource stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => stopping.Cancel();
    }
}
