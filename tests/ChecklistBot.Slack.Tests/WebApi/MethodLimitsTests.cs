using ChecklistBot.Slack.WebApi;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Slack.Tests.WebApi;

public sealed class MethodLimitsTests
{
    private readonly SteppingClock time = new(DateTimeOffset.FromUnixTimeSeconds(1_764_000_000));
    private readonly MethodLimits limits;

    public MethodLimitsTests() => limits = new MethodLimits(time);

    [Theory]
    [InlineData("chat.update", 45)]
    [InlineData("pins.add", 18)]
    [InlineData("views.open", 90)]
    [InlineData("chat.getPermalink", 270)]
    public void A_workspace_makes_at_most_so_many_calls_in_any_minute(string method, int most)
    {
        var made = 0;
        for (var second = 0; second < 180; second++)
        {
            for (var call = 0; call < 10; call++)
                made += limits.Take("T1", method, "C1") == TimeSpan.Zero ? 1 : 0;
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(3 * most, made);
    }

    [Fact]
    public void Posts_are_limited_by_channel_with_a_burst()
    {
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(TimeSpan.Zero, limits.Take("T1", "chat.postMessage", "C1")));
        Assert.Equal(TimeSpan.FromSeconds(10), limits.Take("T1", "chat.postMessage", "C1"));
        Assert.Equal(TimeSpan.Zero, limits.Take("T1", "chat.postMessage", "C2"));
    }

    [Fact]
    public void Another_workspace_and_another_method_have_their_own_allowance()
    {
        while (limits.Take("T1", "pins.add", "C1") == TimeSpan.Zero)
        {
        }

        Assert.Equal(TimeSpan.Zero, limits.Take("T2", "pins.add", "C1"));
        Assert.Equal(TimeSpan.Zero, limits.Take("T1", "pins.remove", "C1"));
    }

    [Fact]
    public void A_clock_that_is_set_back_closes_nothing_for_longer()
    {
        while (limits.Take("T1", "pins.add", "C1") == TimeSpan.Zero)
        {
        }

        limits.Close("T1", "chat.update", TimeSpan.FromSeconds(30));
        time.SetBack(TimeSpan.FromHours(1));

        Assert.Equal(TimeSpan.FromMinutes(1), limits.Take("T1", "pins.add", "C1"));
        Assert.Equal(TimeSpan.FromSeconds(30), limits.Take("T1", "chat.update", "C1"));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, limits.Take("T1", "pins.add", "C1"));
        Assert.Equal(TimeSpan.Zero, limits.Take("T1", "chat.update", "C1"));
    }
}
