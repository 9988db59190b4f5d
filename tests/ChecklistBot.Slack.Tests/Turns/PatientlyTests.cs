using System.Diagnostics;
using ChecklistBot.Slack.Turns;
using ChecklistBot.Slack.WebApi;

namespace ChecklistBot.Slack.Tests.Turns;

public sealed class PatientlyTests
{
    /// <summary>As when the timer of a wait of a second went off a moment too early: every part of a document was given up within a millisecond.</summary>
    [Fact]
    public async Task A_wait_of_less_than_a_millisecond_does_not_use_up_the_attempts()
    {
        var begin = Stopwatch.GetTimestamp();

        var reply = await Patiently.CallAsync(
            () => Task.FromResult(Stopwatch.GetElapsedTime(begin) < TimeSpan.FromMilliseconds(10)
                ? SlackReply<Acknowledged>.Wait("ratelimited", TimeSpan.FromMilliseconds(0.3))
                : SlackReply<Acknowledged>.Done(Acknowledged.Instance)),
            TimeProvider.System,
            TestContext.Current.CancellationToken);

        Assert.True(reply.IsDone);
    }
}
