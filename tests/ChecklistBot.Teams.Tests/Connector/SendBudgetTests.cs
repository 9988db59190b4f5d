using ChecklistBot.Teams.Connector;
using ChecklistBot.Teams.Tests.Fakes;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Teams.Tests.Connector;

/// <summary>The rate table of the reference, section 3.9.</summary>
public class SendBudgetTests
{
    private static readonly TeamsTarget Thread = new("https://smba.trafficmanager.net/uk/", "19:a;messageid=1", "tenant");

    private readonly SteppingClock time = new(TestKey.Now);

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 8)]
    [InlineData(30, 60)]
    [InlineData(3600, 1800)]
    public void A_thread_never_gets_more_than_the_platform_takes(int seconds, int limit)
    {
        var budget = new SendBudget(time);
        var sent = new List<DateTimeOffset>();
        var end = time.GetUtcNow() + TimeSpan.FromSeconds(seconds * 2.5);
        while (time.GetUtcNow() < end)
        {
            var wait = budget.Take(Thread);
            if (wait == TimeSpan.Zero) sent.Add(time.GetUtcNow());
            else time.Advance(wait);
        }

        var window = TimeSpan.FromSeconds(seconds);
        var most = 0;
        for (int first = 0, last = 0; last < sent.Count; last++)
        {
            while (sent[first] <= sent[last] - window) first++;
            most = Math.Max(most, last - first + 1);
        }

        Assert.Equal(limit, most);
    }

    [Fact]
    public void A_tenant_never_gets_more_than_fifty_a_second()
    {
        var budget = new SendBudget(time);
        var taken = Enumerable.Range(0, 200).Count(number => budget.Take(Thread with { ConversationId = $"19:{number}" }) == TimeSpan.Zero);

        Assert.Equal(50, taken);
        Assert.Equal(TimeSpan.Zero, budget.Take(Thread with { TenantId = "other" }));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, budget.Take(Thread));
    }

    [Fact]
    public void A_clock_that_is_set_back_makes_nobody_wait_for_it_to_come_round()
    {
        var budget = new SendBudget(time);
        while (budget.Take(Thread) == TimeSpan.Zero)
        {
        }

        time.SetBack(TimeSpan.FromHours(1));

        var wait = budget.Take(Thread);
        Assert.InRange(wait, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1));
        time.Advance(wait);
        Assert.Equal(TimeSpan.Zero, budget.Take(Thread));
    }

    [Fact]
    public void Quiet_threads_are_forgotten()
    {
        var budget = new SendBudget(time);
        for (var number = 0; number < 20_000; number++)
        {
            budget.Take(Thread with { ConversationId = $"19:{number}" });
            time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.InRange(budget.Count, 1, 2500);
    }
}
