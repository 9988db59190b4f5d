using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.Turns;

public sealed class CarriedThroughTests
{
    /// <summary>Slack does not send commands and forms again.</summary>
    [Fact]
    public async Task A_turn_whose_socket_breaks_under_it_is_carried_through()
    {
        await using var house = await SlackHouse.StartAsync(overSockets: true);
        var store = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        house.Core.Before = stop => store.Task.WaitAsync(stop);
        house.Core.Answer = _ =>
        {
            kept.SetResult();
            return new TurnAnswer();
        };
        var socket = await BeginAsync(house);

        socket.Break();
        await (await house.Slack.NextSocketAsync()).HelloAsync();

        // Longer than a socket that is no more has for what is under way on it.
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        store.SetResult();

        await kept.Task.Patiently();
    }

    [Fact]
    public async Task A_stop_waits_for_the_turn_that_a_socket_has_brought()
    {
        var house = await SlackHouse.StartAsync(overSockets: true);
        var store = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isKept = false;
        house.Core.Before = stop => store.Task.WaitAsync(stop);
        house.Core.Answer = _ =>
        {
            isKept = true;
            return new TurnAnswer();
        };
        var socket = await BeginAsync(house);

        var stopping = house.DisposeAsync().AsTask();
        await socket.Closed.Patiently();
        store.SetResult();
        await stopping.Patiently();

        Assert.True(isKept);
    }

    private static async Task<FakeSocket> BeginAsync(SlackHouse house)
    {
        var socket = await house.Slack.NextSocketAsync();
        await socket.HelloAsync();
        await socket.EnvelopeAsync(
            "e1",
            "slash_commands",
            """{"team_id":"T111","channel_id":"C111","user_id":"U111","command":"/checklist","text":"start","trigger_id":"1.2.t","is_enterprise_install":"false"}""",
            acceptsAnswer: true);
        await Patience.UntilAsync(() => !house.Core.Told.IsEmpty);
        return socket;
    }
}
