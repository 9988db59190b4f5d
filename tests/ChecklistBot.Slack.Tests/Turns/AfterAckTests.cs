using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Slack.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChecklistBot.Slack.Tests.Turns;

/// <summary>Work behind an acknowledgement, at a stop.</summary>
public sealed class AfterAckTests
{
    [Fact]
    public async Task A_stop_waits_for_a_turn_that_cannot_be_called_off_no_longer_than_it_may()
    {
        using var after = new AfterAck(NullLogger<AfterAck>.Instance);
        var commit = new TaskCompletionSource<bool>();
        var turn = after.CarryThroughAsync(_ => commit.Task);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await after.StopAsync(patience.Token);

        Assert.False(turn.IsCompleted);
        commit.SetResult(true);
        Assert.True(await turn);
    }

    /// <summary>A database driver that calls a command off connects to the server anew, and that may hang as well.</summary>
    [Fact]
    public async Task A_stop_waits_for_the_calling_off_itself_no_longer_than_it_may()
    {
        using var after = new AfterAck(NullLogger<AfterAck>.Instance);
        using var silent = new ManualResetEventSlim();
        var commit = new TaskCompletionSource<bool>();
        var turn = after.CarryThroughAsync(stop =>
        {
            stop.Register(silent.Wait);
            return commit.Task;
        });
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await after.StopAsync(patience.Token).Patiently();

        silent.Set();
        commit.SetResult(true);
        Assert.True(await turn);
    }
}
