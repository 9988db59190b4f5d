using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Slack.Tests.Support;

/// <summary>A clock that goes on only where somebody waits for it: what a request waits for is measured, whatever the machine takes to compute.</summary>
internal sealed class WaitedTime() : FakeTimeProvider(DateTimeOffset.UtcNow)
{
    /// <summary>Longer waits are limits of calls, which nothing that is measured here may come to.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime < Longest)
            waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Lets every wait run out, one after another, until it is done.</summary>
    /// <returns>How long they took together: never less than what was waited for.</returns>
    public async Task<TimeSpan> PassAsync(Task until)
    {
        var passed = TimeSpan.Zero;
        while (!until.IsCompleted)
        {
            using var enough = new CancellationTokenSource();
            Task next = waits.Reader.WaitToReadAsync(enough.Token).AsTask();
            await Task.WhenAny(until, next).Patiently();
            await enough.CancelAsync();
            while (!until.IsCompleted && waits.Reader.TryRead(out var wait))
            {
                Advance(wait);
                passed += wait;
            }

            await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return passed;
    }
}
