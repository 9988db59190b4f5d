using System.Diagnostics;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Platforms;
using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Tests.Telemetry;

/// <summary>A trace follows a turn from its request to the platform's answer.</summary>
public sealed class SpanTests
{
    [Theory]
    [InlineData("web"), InlineData("teams"), InlineData("slack")]
    public async Task A_trace_goes_from_the_request_over_the_turn_and_its_commit_to_the_delivery(string platform)
    {
        using var spans = new Spans();
        await using var platforms = await AllPlatforms.StartAsync();
        IPlace place = platform switch
        {
            "web" => platforms.Room("main"),
            "teams" => platforms.TeamsChat("19:one@thread.tacv2", "channel"),
            _ => platforms.SlackChannel("C1"),
        };

        using var request = new Activity("request of the test").SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded).Start();
        await place.SayAsync("Ann", "start CRM to accounting");
        request.Stop();
        // The platforms of the tests serve requests in this trace, too: the bot's own is the turn's parent, and may end after the delivery.
        await spans.OfAsync(request.TraceId, "turn", "delivery");
        var turn = Assert.Single(spans.Of(request.TraceId), span => span.OperationName == "turn");
        var trace = await Eventually.BecomesAsync(() => spans.Of(request.TraceId), ended => ended.Any(span => span.SpanId == turn.ParentSpanId));

        Assert.Single(trace, span => span.Source.Name == "Microsoft.AspNetCore" && span.SpanId == turn.ParentSpanId);
        foreach (var part in new[] { "decide", "commit", "delivery" })
            Assert.Equal(turn.SpanId, trace.First(span => span.OperationName == part).ParentSpanId);
        Assert.Equal(platform, turn.GetTagItem("checklistbot.platform"));
        Assert.Equal("Done", turn.GetTagItem("checklistbot.status"));

        var delivery = trace.First(span => span.OperationName == "delivery");
        Assert.Equal(("post", "delivered"), (delivery.GetTagItem("checklistbot.step"), delivery.GetTagItem("checklistbot.outcome")));
        if (platform != "web")
            Assert.Contains(trace, span => span.Source.Name == "System.Net.Http" && span.ParentSpanId == delivery.SpanId);
    }

    [Fact]
    public async Task A_trace_goes_from_an_envelope_of_a_socket_to_the_delivery()
    {
        using var spans = new Spans();
        await using var platforms = await AllPlatforms.StartAsync(new() { ["Slack:AppToken"] = "xapp-of-the-tests" });
        var socket = await platforms.Slack.NextSocketAsync();
        await socket.HelloAsync();
        await socket.EnvelopeAsync(
            "e1", "slash_commands", """{"team_id":"T111","channel_id":"C9","user_id":"U111","command":"/checklist","text":"start CRM","trigger_id":"1.2.t"}""", acceptsAnswer: true);
        await socket.NextAckAsync();
        await platforms.Bot.DeliveredAsync();

        // Other bots of this process have envelopes too: this one's trace ends in this channel.
        var envelope = await Eventually.BecomesAsync(
            () => spans.Named("envelope").FirstOrDefault(span => spans.Of(span.TraceId).Any(other => other.OperationName == "delivery")),
            span => span is not null);
        var turn = Assert.Single(spans.Of(envelope!.TraceId), span => span.OperationName == "turn");
        Assert.Equal(envelope.SpanId, turn.ParentSpanId);
        Assert.Equal("slash_commands", envelope.GetTagItem("checklistbot.envelope"));
    }

    [Fact]
    public async Task A_delivery_that_shows_several_turns_belongs_to_the_newest_and_links_to_the_others()
    {
        using var spans = new Spans();
        await using var platforms = await AllPlatforms.StartAsync();
        var place = platforms.SlackChannel("C1");

        // No edit begins before the post has been answered, so these two share one however long they take.
        const string ts = "1764000000.000001";
        var posted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        platforms.Slack.Next("chat.postMessage", async () =>
        {
            platforms.Slack.Messages[("C1", ts)] = platforms.Slack.Calls.Last(call => call.Method == "chat.postMessage").Body;
            await posted.Task;
            return Results.Content($$"""{"ok":true,"channel":"C1","ts":"{{ts}}"}""", "application/json");
        });
        await place.SayAsync("Ann", "start CRM to accounting");
        await Patience.UntilAsync(() => platforms.Slack.CountOf("chat.postMessage") > 0);

        var requests = new List<ActivityTraceId>();
        foreach (var answer in new[] { "1a", "2b" })
        {
            using var request = new Activity("request of the test").SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded).Start();
            requests.Add(request.TraceId);
            await place.SayAsync("Ann", answer);
        }

        posted.SetResult();
        var trace = await spans.OfAsync(requests[1], "delivery");
        var delivery = trace.First(span => span.OperationName == "delivery" && Equals(span.GetTagItem("checklistbot.step"), "edit"));
        Assert.Contains(requests[0], delivery.Links.Select(link => link.Context.TraceId));
        Assert.DoesNotContain(spans.Of(requests[0]), span => span.OperationName == "delivery" && Equals(span.GetTagItem("checklistbot.step"), "edit"));
    }
}
