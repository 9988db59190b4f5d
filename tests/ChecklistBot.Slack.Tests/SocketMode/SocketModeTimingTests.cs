using ChecklistBot.Slack.SocketMode;
using CsCheck;

namespace ChecklistBot.Slack.Tests.SocketMode;

public sealed class SocketModeTimingTests
{
    private static readonly SocketModeTiming Timing = new();

    [Fact]
    public void The_successor_of_an_announced_end_comes_at_once() =>
        Assert.Equal(TimeSpan.Zero, Timing.PauseBefore(SocketEnd.Refresh, 0, 0.5));

    [Fact]
    public void After_too_many_websockets_at_least_a_minute_passes() => Gen.Double[0, 1].Sample(jitter =>
        Assert.InRange(Timing.PauseBefore(SocketEnd.TooMany, 1, jitter), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)));

    [Fact]
    public void Losses_pause_one_two_four_seconds_and_never_more_than_a_minute()
    {
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(1, 8).Select(failures => (int)Timing.PauseBefore(SocketEnd.Lost, failures, 1).TotalSeconds));
        Gen.Select(Gen.Int[1, int.MaxValue], Gen.Double[0, 1]).Sample((failures, jitter) =>
            Assert.InRange(Timing.PauseBefore(SocketEnd.Lost, failures, jitter), TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(1)));
    }
}
