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
}
