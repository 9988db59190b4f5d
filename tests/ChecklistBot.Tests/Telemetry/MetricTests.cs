using System.Diagnostics.Metrics;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Delivery;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Platforms;
using ChecklistBot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ChecklistBot.Tests.Telemetry;

/// <summary>What can be alarmed on: acknowledgements, deliveries, repeats, and what waits too long.</summary>
public sealed class MetricTests
{
    [Fact]
    public async Task Acknowledgements_are_timed_by_platform_transport_and_outcome()
    {
        await using var platforms = await AllPlatforms.StartAsync(new() { ["Slack:AppToken"] = "xapp-of-the-tests" });
        using var measured = new Measured(platforms.Bot.Services.GetRequiredService<IMeterFactory>());
        await platforms.Room("main").SayAsync("Ann", "help");
        await platforms.TeamsChat("a:1", "personal").SayAsync("Ann", "help");
        await platforms.SlackChannel("C1").SayAsync("U1", "help");
        await platforms.Requests.SendAsync(HttpMethod.Post, "slack/events", new StringContent("{}"));
        await platforms.Requests.SendAsync(HttpMethod.Get, "health/live");
        var socket = await platforms.Slack.NextSocketAsync();
        await socket.HelloAsync();
        await socket.EnvelopeAsync("e1", "events_api", """{"type":"event_callback","event_id":"Ev1"}""", acceptsAnswer: false);
        await socket.NextAckAsync();

        foreach (var (platform, transport, outcome) in new[]
            { ("web", "http", "accepted"), ("teams", "http", "accepted"), ("slack", "http", "accepted"), ("slack", "http", "refused"), ("slack", "socket", "accepted") })
            Assert.Single(await Eventually.BecomesAsync(
                () => measured.Of("checklistbot.ack.duration", ("platform", platform), ("transport", transport), ("outcome", outcome)), values => values.Count > 0));
        Assert.Equal(5, measured.Of("checklistbot.ack.duration").Count);
    }

    [Fact]
    public async Task Deliveries_are_counted_by_outcome_and_their_repeats_apart()
    {
        await using var bot = await TestBot.StartAsync();
        using var measured = new Measured(bot.Meters);
        bot.Channel.Outcomes.Enqueue(new Unknown("time-out"));
        await bot.SayAsync("Ann", "start CRM to accounting");
        await bot.DeliverAsync();
        Assert.Empty(measured.Of("checklistbot.delivery.repeats"));
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Single(measured.Of("checklistbot.deliveries", ("platform", "fake"), ("step", "post"), ("outcome", "unknown")));
        Assert.Single(measured.Of("checklistbot.deliveries", ("platform", "fake"), ("step", "post"), ("outcome", "delivered")));
        Assert.Equal([1], measured.Of("checklistbot.delivery.repeats", ("platform", "fake"), ("step", "post")));
        Assert.Equal(2, measured.Of("checklistbot.delivery.wait", ("platform", "fake")).Count);
    }

    [Fact]
    public async Task What_has_been_due_longest_tells_its_age_until_it_is_delivered()
    {
        await using var bot = await TestBot.StartAsync();
        using var age = new QueueAge(bot.Store, bot.Meters, bot.Time);
        using var measured = new Measured(bot.Meters);
        await bot.SayAsync("Ann", "start CRM to accounting");
        bot.Time.Advance(TimeSpan.FromSeconds(90));
        await age.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(90, measured.Of("checklistbot.delivery.queue.age")[^1]);

        await bot.DeliverAsync();
        await age.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, measured.Of("checklistbot.delivery.queue.age")[^1]);
    }

    [Fact]
    public async Task Every_instrument_stands_in_the_manual_with_its_unit()
    {
        var manual = await File.ReadAllTextAsync(Repository.File("docs/operations.md"), TestContext.Current.CancellationToken);
        await using var platforms = await AllPlatforms.StartAsync(new() { ["Slack:AppToken"] = "xapp-of-the-tests" });
        using var measured = new Measured(platforms.Bot.Services.GetRequiredService<IMeterFactory>());
        Assert.NotEmpty(measured.Instruments);
        foreach (var (name, unit) in measured.Instruments)
            Assert.Contains($"| `{name}` | {unit} |", manual, StringComparison.Ordinal);
    }
}
