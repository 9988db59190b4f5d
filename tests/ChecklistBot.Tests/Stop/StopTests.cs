using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Platforms;
using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Tests.Stop;

/// <summary>Told to stop, the bot finishes what it has in hand.</summary>
[Trait("starts", "the binary")]
public sealed class StopTests
{
    [Fact]
    public async Task Turns_in_hand_at_a_SIGTERM_are_answered_and_kept_on_every_platform()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        var settings = new Dictionary<string, string>(AllPlatforms.Settings(slack)) { ["Slack:AppToken"] = "xapp-of-the-tests" };
        await using var bot = await BotProcess.StartAsync(new BotOptions { Settings = settings });
        var requests = new Requests(bot.Http);
        var socket = await slack.NextSocketAsync();
        await socket.HelloAsync();
        using var stream = await bot.Http.GetStreamAsync(new Uri("events?room=main", UriKind.Relative), TestContext.Current.CancellationToken);

        // Slack's turns wait for a name that does not come; the others for the rest of their own body.
        var hang = new TaskCompletionSource<IResult>();
        for (var i = 0; i < 3; i++)
            slack.Next("users.info", () => hang.Task);
        var web = new HeldRequest(requests, "say", "who=Ann&room=main&text=start+Of+the+room", "application/x-www-form-urlencoded");
        var activity = new HeldRequest(
            requests,
            "api/messages",
            $$"""
            {"type":"message","id":"1","channelId":"msteams","serviceUrl":"{{teams.ServiceUrl}}","text":"start Of Teams","from":{"id":"29:ann","name":"Ann"},"recipient":{"id":"28:bot"},
             "conversation":{"id":"19:one@thread.v2","conversationType":"groupChat","tenantId":"t"} }
            """,
            "application/json");
        await Task.WhenAll(web.Begun, activity.Begun);
        List<Task<string>> answers = [web.Answer, activity.Answer];
        answers.Add(new SlackPlace(requests, slack, "T111", "C1").SayAsync("U1", "start Of a mention"));
        answers.Add(new SlackPlace(requests, slack, "T111", "C2").CommandAsync("U2", "start Of a command"));
        await socket.EnvelopeAsync(
            "e1", "slash_commands", """{"team_id":"T111","channel_id":"C3","user_id":"U3","command":"/checklist","text":"start Of a socket","trigger_id":"1.2.t"}""", acceptsAnswer: true);
        await Patience.UntilAsync(() => slack.CountOf("users.info") == 3);

        var stopping = bot.StopAsync();
        await stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        web.LetGo();
        activity.LetGo();
        Assert.Equal(["303", "200", "200", "200"], (await Task.WhenAll(answers)).Select(answer => answer[..3]));
        Assert.Equal("e1", (await socket.NextAckAsync()).Id);
        Assert.Equal(0, await stopping);
        hang.TrySetResult(Results.Ok());

        await bot.StartAgainAsync();
        Assert.Contains("Of the room", await new WebPlace(new Requests(bot.Http), "main").LookAsync("Ann"), StringComparison.Ordinal);
        foreach (var title in new[] { "Of a mention", "Of a command", "Of a socket" })
            await Patience.UntilAsync(() => slack.Messages.Values.Any(message => message.GetRawText().Contains(title, StringComparison.Ordinal)));
        await Patience.UntilAsync(() => teams.Calls.Any(call => call.Body.Contains("Of Teams", StringComparison.Ordinal)));
    }

    /// <summary>A call that began after the stop could outlive the process: its post would be made again.</summary>
    [Fact]
    public async Task No_call_begins_after_the_stop_has_begun_whatever_else_is_still_waited_for()
    {
        await using var platforms = await AllPlatforms.StartAsync();
        var place = platforms.SlackChannel("C1");
        var held = new TaskCompletionSource<IResult>();
        var never = new TaskCompletionSource<IResult>();
        platforms.Slack.Next("chat.postMessage", () => held.Task);
        platforms.Slack.Next("chat.postEphemeral", () => never.Task);
        await place.SayAsync("U1", "start CRM to accounting");
        await Patience.UntilAsync(() => platforms.Slack.CountOf("chat.postMessage") == 1);
        await place.SayAsync("U1", "start Payroll");
        await place.SayAsync("U1", "help");
        await Patience.UntilAsync(() => platforms.Slack.CountOf("chat.postEphemeral") == 1);

        var stopping = platforms.Bot.StopAsync();
        held.SetResult(Results.Content("""{"ok":true,"channel":"C1","ts":"1.1"}""", "application/json"));
        await stopping;
        never.SetResult(Results.Ok());

        Assert.Equal(1, platforms.Slack.CountOf("chat.postMessage"));
        var messages = await platforms.Bot.Store.ReadAsync(
            (reader, cancel) => reader.MessagesAsync(place.Key, 0, 10, cancel), TestContext.Current.CancellationToken);
        Assert.Equal([(Storage.MessageState.Delivered, 0), (Storage.MessageState.Pending, 0)], messages.Select(message => (message.State, message.Attempts)));
    }

    [Fact]
    public async Task A_call_to_a_platform_that_had_begun_ends_before_the_process_does_so_that_nothing_is_posted_twice()
    {
        await using var platforms = await AllPlatforms.StartAsync();
        var place = platforms.SlackChannel("C1");
        var held = new TaskCompletionSource<IResult>();
        platforms.Slack.Next("chat.postMessage", () => held.Task);
        await place.SayAsync("U1", "start CRM to accounting");
        await Patience.UntilAsync(() => platforms.Slack.CountOf("chat.postMessage") == 1);

        var stopping = platforms.Bot.StopAsync();
        Assert.False(stopping.IsCompleted);
        held.SetResult(Results.Content("""{"ok":true,"channel":"C1","ts":"1.1"}""", "application/json"));
        await stopping;

        var message = Assert.Single(await platforms.Bot.Store.ReadAsync(
            (reader, cancel) => reader.MessagesAsync(place.Key, 0, 10, cancel), TestContext.Current.CancellationToken));
        Assert.Equal((Storage.MessageState.Delivered, "1.1", 0), (message.State, message.PlatformId, message.Repeats));
    }

    [Fact]
    public async Task A_SIGTERM_while_the_start_waits_for_a_database_server_that_says_nothing_ends_it_at_once()
    {
        using var folder = new TemporaryFolder();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        using var process = Process.Start(BotProgram.Prepare(folder.FullPath, new BotOptions
        {
            Settings =
            {
                ["Storage:Provider"] = "PostgreSQL",
                ["Storage:ConnectionString"] = $"Host=127.0.0.1;Port={port};Username=bot;Database=bot;Timeout=300",
                ["Urls"] = "http://127.0.0.1:0",
            },
        }))!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var connection = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Long, TestContext.Current.CancellationToken);

        using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        try
        {
            // Far less than the five minutes that the settings would have it wait, and enough for a slow machine.
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }

        Assert.Equal(0, process.ExitCode);
        Assert.Equal("", await errors);
    }
}
