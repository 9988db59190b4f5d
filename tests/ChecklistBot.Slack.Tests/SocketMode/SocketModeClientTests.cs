using System.Net.WebSockets;
using ChecklistBot.Slack.SocketMode;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.SocketMode;

public sealed class SocketModeClientTests
{
    [Fact]
    public async Task An_envelope_is_handled_and_acknowledged_on_the_socket_that_brought_it()
    {
        await using var house = await SocketHouse.StartAsync();
        var (first, second) = await house.BothAsync();

        await second.SendAsync(ReferenceData.Sample("socket.events_api.app_mention_retry.json"));

        Assert.Equal(("xxx-11-222-yyy-zzz", null), await second.NextAckAsync());
        Assert.True(first.IsQuiet);
        var handled = Assert.Single(house.Handled);
        Assert.Equal(("events_api", 2, "timeout"), (handled.Type, handled.Retry.Attempt, handled.Retry.Reason));
    }

    [Fact]
    public async Task An_answer_rides_on_the_acknowledgement_only_where_slack_accepts_one()
    {
        await using var house = await SocketHouse.StartAsync();
        var (first, _) = await house.BothAsync();
        house.Answer = _ => Task.FromResult(new EnvelopeAnswer(true, """{"text":"hi"}"""u8.ToArray()));

        await first.EnvelopeAsync("e1", "slash_commands", "{}", acceptsAnswer: true);
        Assert.Equal(("e1", """{"text":"hi"}"""), await first.NextAckAsync());
        await first.EnvelopeAsync("e2", "events_api", "{}");
        Assert.Equal(("e2", null), await first.NextAckAsync());
    }

    [Fact]
    public async Task A_slow_envelope_holds_up_no_other()
    {
        await using var house = await SocketHouse.StartAsync();
        var (first, _) = await house.BothAsync();
        var slow = new TaskCompletionSource<EnvelopeAnswer>();
        house.Answer = envelope => envelope.Id == "slow" ? slow.Task : Task.FromResult(EnvelopeAnswer.Empty);

        await first.EnvelopeAsync("slow", "events_api", "{}");
        await first.EnvelopeAsync("quick", "events_api", "{}");
        Assert.Equal("quick", (await first.NextAckAsync()).Id);
        slow.SetResult(EnvelopeAnswer.Empty);
        Assert.Equal("slow", (await first.NextAckAsync()).Id);
    }

    [Fact]
    public async Task What_was_not_kept_is_not_acknowledged_so_that_slack_sends_it_again()
    {
        await using var house = await SocketHouse.StartAsync();
        var (first, _) = await house.BothAsync();
        house.Answer = envelope => envelope.Id switch
        {
            "lost" => Task.FromResult(EnvelopeAnswer.SendAgain),
            "bug" => throw new InvalidOperationException("A bug."),
            _ => Task.FromResult(EnvelopeAnswer.Empty),
        };

        await first.EnvelopeAsync("lost", "events_api", "{}");
        await first.EnvelopeAsync("bug", "events_api", "{}");
        await Patience.UntilAsync(() => house.Handled.Count == 2);
        await first.EnvelopeAsync("kept", "events_api", "{}");
        Assert.Equal("kept", (await first.NextAckAsync()).Id);
    }

    [Theory]
    [InlineData("warning"), InlineData("refresh_requested"), InlineData("some_reason_of_next_year")]
    public async Task An_announced_end_brings_the_successor_first_and_the_old_socket_still_acknowledges(string reason)
    {
        await using var house = await SocketHouse.StartAsync();
        var (first, _) = await house.BothAsync();
        var held = new TaskCompletionSource<EnvelopeAnswer>();
        house.Answer = _ => held.Task;

        await first.EnvelopeAsync("before", "events_api", "{}");
        await Patience.UntilAsync(() => house.Handled.Count == 1);
        await first.DisconnectAsync(reason);
        var successor = await house.Slack.NextSocketAsync();
        await successor.HelloAsync();
        Assert.False(first.Closed.IsCompleted);
        held.SetResult(EnvelopeAnswer.Empty);
        Assert.Equal("before", (await first.NextAckAsync()).Id);
        await first.EnvelopeAsync("after", "events_api", "{}");
        Assert.Equal("after", (await first.NextAckAsync()).Id);

        await first.CloseAsync();
        await first.Closed.Patiently();
        Assert.Equal(3, house.Slack.CountOf("apps.connections.open"));
    }

    [Fact]
    public async Task A_replaced_socket_that_slack_leaves_open_is_closed_a_while_after_the_successors_hello()
    {
        await using var house = await SocketHouse.StartAsync(SocketHouse.Quick with { Retire = TimeSpan.FromMilliseconds(1) });
        var (first, _) = await house.BothAsync();
        await first.DisconnectAsync("warning");
        var successor = await house.Slack.NextSocketAsync();
        await successor.HelloAsync();
        await first.Closed.Patiently();
    }

    [Fact]
    public async Task A_lost_socket_is_opened_again_and_the_other_goes_on()
    {
        await using var house = await SocketHouse.StartAsync();
        var (first, second) = await house.BothAsync();
        first.Break();
        await (await house.Slack.NextSocketAsync()).HelloAsync();
        await second.EnvelopeAsync("e", "events_api", "{}");
        Assert.Equal("e", (await second.NextAckAsync()).Id);
    }

    [Fact]
    public async Task A_peer_that_answers_no_ping_is_dead_and_replaced()
    {
        await using var house = await SocketHouse.StartAsync(prepare: slack => slack.IsDeaf = true);
        await house.BothAsync();
        house.Slack.IsDeaf = false;
        await (await house.Slack.NextSocketAsync()).HelloAsync();
    }

    [Fact]
    public async Task A_socket_without_a_hello_is_given_up()
    {
        await using var house = await SocketHouse.StartAsync(SocketHouse.Quick with { Hello = TimeSpan.FromMilliseconds(200) });
        var silent = await house.Slack.NextSocketAsync();
        await silent.Closed.Patiently();
        Assert.NotNull(house.Health.Problem);
    }

    [Fact]
    public async Task Too_many_websockets_closes_that_one_before_another_is_opened()
    {
        await using var house = await SocketHouse.StartAsync();
        var (first, _) = await house.BothAsync();
        await first.SendAsync(ReferenceData.Sample("socket.disconnect.too_many_websockets.json"));
        await first.Closed.Patiently();
        await (await house.Slack.NextSocketAsync()).HelloAsync();
    }

    [Theory]
    [InlineData("link_disabled"), InlineData("socket_mode_disabled")]
    public async Task Socket_mode_switched_off_stops_both_connections_and_says_so(string reason)
    {
        await using var house = await SocketHouse.StartAsync();
        var (first, second) = await house.BothAsync();
        await first.DisconnectAsync(reason);
        await second.DisconnectAsync(reason);
        await Task.WhenAll(first.Closed, second.Closed).Patiently();
        Assert.Contains("switched Socket Mode off", house.Health.Problem, StringComparison.Ordinal);
        Assert.Equal(2, house.Slack.CountOf("apps.connections.open"));
    }

    /// <summary>It was closed as well, and for three minutes nobody in Slack got an answer.</summary>
    [Theory]
    [InlineData("link_disabled"), InlineData("socket_mode_disabled")]
    public async Task A_connection_that_slack_switches_off_rests_alone_and_the_healthy_one_goes_on(string reason)
    {
        await using var house = await SocketHouse.StartAsync();
        var (first, second) = await house.BothAsync();
        await Patience.UntilAsync(() => house.Health.Problem is null);
        await first.DisconnectAsync(reason);
        await first.Closed.Patiently();

        await second.EnvelopeAsync("e", "events_api", "{}");
        Assert.Equal("e", (await second.NextAckAsync()).Id);
        Assert.Null(house.Health.Problem);
        Assert.Equal(2, house.Slack.CountOf("apps.connections.open"));
    }

    /// <summary>The refusal closed it.</summary>
    [Theory]
    [InlineData("missing_scope"), InlineData("access_denied")]
    public async Task A_refused_successor_rests_and_is_tried_again_while_the_healthy_connection_goes_on(string code)
    {
        await using var house = await SocketHouse.StartAsync(SocketHouse.Quick with { AfterRefusal = TimeSpan.FromMilliseconds(1) });
        var (first, second) = await house.BothAsync();
        house.Slack.Next("apps.connections.open", $$"""{"ok":false,"error":"{{code}}"}""");
        first.Break();

        await (await house.Slack.NextSocketAsync()).HelloAsync();
        await second.EnvelopeAsync("e", "events_api", "{}");
        Assert.Equal("e", (await second.NextAckAsync()).Id);
        Assert.Equal(4, house.Slack.CountOf("apps.connections.open"));
    }

    [Fact]
    public async Task A_dead_app_token_has_it_rest_instead_of_asking_for_ever()
    {
        await using var house = await SocketHouse.StartAsync(prepare: slack => slack.Next("apps.connections.open", """{"ok":false,"error":"invalid_auth"}"""));
        await Patience.UntilAsync(() => house.Health.Problem?.Contains("Slack:AppToken", StringComparison.Ordinal) == true);
        Assert.Contains("Slack:AppToken", house.Health.Problem, StringComparison.Ordinal);
        Assert.Equal(1, house.Slack.CountOf("apps.connections.open"));
    }

    /// <summary>It stood still until somebody started the bot again, while the process counted as alive.</summary>
    [Theory]
    [InlineData("invalid_auth"), InlineData("missing_scope"), InlineData("access_denied")]
    public async Task What_a_person_has_mended_in_the_apps_settings_works_again_without_a_restart(string code)
    {
        await using var house = await SocketHouse.StartAsync(
            SocketHouse.Quick with { AfterRefusal = TimeSpan.FromMilliseconds(1) },
            slack => slack.Next("apps.connections.open", $$"""{"ok":false,"error":"{{code}}"}"""));
        var (first, second) = await house.BothAsync();
        await Patience.UntilAsync(() => house.Health.Problem is null);

        await first.DisconnectAsync("link_disabled");
        await second.DisconnectAsync("link_disabled");
        await house.BothAsync();
        await Patience.UntilAsync(() => house.Health.Problem is null);
    }

    [Fact]
    public async Task A_429_or_a_fault_while_opening_is_waited_out()
    {
        await using var house = await SocketHouse.StartAsync(prepare: slack =>
        {
            slack.Next("apps.connections.open", """{"ok":false,"error":"ratelimited"}""", status: 429, retryAfter: 1);
            slack.Next("apps.connections.open", "oops", status: 500);
            slack.Next("apps.connections.open", """{"ok":false,"error":"internal_error"}""");
            slack.Next("apps.connections.open", """{"ok":true,"url":"http://example.com/"}""");
        });
        await house.BothAsync();
        await Patience.UntilAsync(() => house.Health.Problem is null);
    }

    [Fact]
    public async Task Frames_that_are_no_envelope_are_left_alone()
    {
        await using var house = await SocketHouse.StartAsync();
        var (first, _) = await house.BothAsync();
        foreach (var odd in new[] { "", "hello", "[]", "null", "{", """{"type":"new_thing"}""", """{"type":7,"envelope_id":{}}""", """{"envelope_id":""}""", """{"type":"hello","\ud800":1}""" })
            await first.SendAsync(odd);
        await first.SendAsync([0x7b, 0x7d], WebSocketMessageType.Binary);
        await first.SendAsync(new string('{', 5_000_000));
        await first.EnvelopeAsync("e", "events_api", "{}");
        Assert.Equal("e", (await first.NextAckAsync()).Id);
        Assert.Single(house.Handled);
    }

    [Fact]
    public async Task An_envelope_of_an_unknown_type_or_without_a_payload_is_acknowledged()
    {
        await using var house = await SocketHouse.StartAsync();
        var (first, _) = await house.BothAsync();
        await first.EnvelopeAsync("e1", "new_thing", "{}");
        Assert.Equal("e1", (await first.NextAckAsync()).Id);
        await first.EnvelopeAsync("e2", "interactive", "null");
        Assert.Equal("e2", (await first.NextAckAsync()).Id);
    }

    [Fact]
    public async Task Stopping_lets_what_is_under_way_be_acknowledged_and_closes_both()
    {
        var house = await SocketHouse.StartAsync(SocketHouse.Quick with { Close = Patience.Long });
        var (first, second) = await house.BothAsync();
        var held = new TaskCompletionSource<EnvelopeAnswer>();
        house.Answer = _ => held.Task;
        await first.EnvelopeAsync("e", "events_api", "{}");
        await Patience.UntilAsync(() => house.Handled.Count == 1);

        var stopping = house.DisposeAsync().AsTask();
        held.SetResult(EnvelopeAnswer.Empty);
        Assert.Equal("e", (await first.NextAckAsync()).Id);
        await Task.WhenAll(first.Closed, second.Closed).Patiently();
        await stopping;
    }
}
