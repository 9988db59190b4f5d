using System.Net;
using System.Text.Json;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Storage;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Teams.Authentication;
using ChecklistBot.Teams.Connector;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Platforms;
using ChecklistBot.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Tests.Health;

/// <summary>Readiness is lost by what keeps the bot from its work, and by nothing else.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public async Task A_store_that_cannot_be_read_or_takes_no_turn_makes_it_unready_until_it_does_again()
    {
        SwitchedStore? store = null;
        await using var bot = await HostedBot.StartAsync([], builder => builder.Services.AddSingleton<IAssessmentStore>(
            provider => store = new SwitchedStore(provider.GetRequiredService<RelationalStore>())));
        await AssertReadyAsync(bot);

        store!.CanWrite = false;
        await AssertUnreadyAsync(bot, "storage");
        (store.CanWrite, store.CanRead) = (true, false);
        await AssertUnreadyAsync(bot, "storage");
        store.CanRead = true;
        await AssertReadyAsync(bot);
    }

    [Fact]
    public async Task A_copy_that_has_not_heard_the_others_for_long_serves_and_says_so()
    {
        SwitchedStore? store = null;
        await using var bot = await HostedBot.StartAsync([], builder => builder.Services.AddSingleton<IAssessmentStore>(
            provider => store = new SwitchedStore(provider.GetRequiredService<RelationalStore>())));
        await AssertReadyAsync(bot);
        store!.DeafFor = TimeSpan.FromSeconds(20);
        await AssertReadyAsync(bot);

        store.DeafFor = TimeSpan.FromSeconds(40);

        using var answer = await bot.Http.GetAsync(Ready, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Degraded", json.RootElement.GetProperty("checks").GetProperty("storage").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_database_file_that_was_exchanged_in_one_step_makes_it_unready_and_it_says_what_to_do()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be exchanged there.");
        await using var bot = await HostedBot.StartAsync([]);
        await AssertReadyAsync(bot);
        var file = ((SqliteAssessmentStore)bot.Services.GetRequiredService<RelationalStore>()).Path;
        await using (var other = new SqliteAssessmentStore($"Data Source={file}.other"))
            await other.MigrateAsync(TestContext.Current.CancellationToken);
        File.Move(file + ".other", file, overwrite: true);

        await AssertUnreadyAsync(bot, "storage");
        using var answer = await bot.Http.GetAsync(Ready, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            "The database file was exchanged for another one while the bot had it open, so nothing is kept. "
            + "Stop the bot, move the files beside it that end in -wal and -shm to the old file unless you put them there, and start the bot again.",
            json.RootElement.GetProperty("checks").GetProperty("storage").GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Without_a_ready_socket_it_is_unready_and_with_one_of_two_it_is_ready()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = await HostedBot.StartAsync(new Dictionary<string, string>
        {
            ["Slack:AppToken"] = "xapp-1", ["Slack:BotToken"] = "xoxb-1", ["Slack:ApiBaseUrl"] = slack.ApiBaseUrl,
        });
        var socket = await slack.NextSocketAsync();
        await AssertUnreadyAsync(bot, "slack");
        await socket.HelloAsync();
        await Eventually.BecomesAsync(() => bot.Http.GetAsync(Ready, TestContext.Current.CancellationToken), answer => answer.IsSuccessStatusCode);
        await AssertReadyAsync(bot);

        await socket.DisconnectAsync("link_disabled");
        await socket.Closed.WaitAsync(Patience.Long, TestContext.Current.CancellationToken);
        await AssertUnreadyAsync(bot, "slack");
    }

    [Fact]
    public async Task A_dead_token_of_slack_makes_it_unready_and_a_refused_message_or_a_slow_platform_does_not()
    {
        await using var platforms = await AllPlatforms.StartAsync();
        var place = platforms.SlackChannel("C1");
        platforms.Slack.Next("chat.postMessage", """{"ok":false,"error":"is_archived"}""");
        platforms.Slack.Next("chat.postMessage", "", status: 429, retryAfter: 30);
        platforms.Slack.Next("chat.postMessage", "", status: 500);
        foreach (var channel in new[] { "C1", "C2", "C3" })
        {
            var before = platforms.Slack.CountOf("chat.postMessage");
            await platforms.SlackChannel(channel).SayAsync("U1", "start CRM to accounting");
            await Patience.UntilAsync(() => platforms.Slack.CountOf("chat.postMessage") > before || channel == "C3");
            await AssertReadyAsync(platforms.Bot);
        }

        platforms.Slack.Next("chat.postEphemeral", """{"ok":false,"error":"token_revoked"}""");
        await place.SayAsync("U1", "help");
        await Eventually.BecomesAsync(() => platforms.Bot.Http.GetAsync(Ready, TestContext.Current.CancellationToken), answer => !answer.IsSuccessStatusCode);
        await AssertUnreadyAsync(platforms.Bot, "slack");
    }

    [Fact]
    public async Task Without_a_credential_or_without_keys_to_check_requests_teams_is_unready_until_both_are_there()
    {
        var credentials = new SwitchedCredentials();
        var time = new FakeTimeProvider();
        await using var bot = await HostedBot.StartAsync(
            new Dictionary<string, string>
            {
                ["Teams:AppId"] = "22222222-2222-4222-8222-222222222222",
                ["Teams:TenantId"] = "11111111-1111-4111-8111-111111111111",
                ["Teams:ClientSecret"] = "secret",
            },
            builder => builder.Services
                .AddSingleton<IPlatformTokens>(credentials)
                .AddSingleton<ISigningKeySource>(credentials)
                .AddSingleton(new SigningKeys(credentials, time)));
        await AssertUnreadyAsync(bot, "teams");
        credentials.HasToken = true;
        await AssertUnreadyAsync(bot, "teams");
        credentials.HasKeys = true;
        time.Advance(SigningKeys.RetryInterval);
        await AssertReadyAsync(bot);

        // Keys that are at hand serve on while they cannot be downloaded.
        credentials.HasKeys = false;
        await AssertReadyAsync(bot);
    }

    [Fact]
    public async Task Probes_that_give_up_have_a_sentence_and_leave_the_sign_in_under_way_to_the_next()
    {
        var credentials = new SwitchedCredentials { Held = new TaskCompletionSource<TokenGrant>(), HasKeys = true };
        await using var bot = await HostedBot.StartAsync(
            new Dictionary<string, string>
            {
                ["Teams:AppId"] = "22222222-2222-4222-8222-222222222222",
                ["Teams:TenantId"] = "11111111-1111-4111-8111-111111111111",
                ["Teams:ClientSecret"] = "secret",
            },
            builder => builder.Services.AddSingleton<IPlatformTokens>(credentials).AddSingleton<ISigningKeySource>(credentials));
        var readiness = bot.Services.GetRequiredService<TeamsReadiness>();
        for (var probe = 0; probe < 3; probe++)
        {
            using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
            var result = await readiness.CheckHealthAsync(new HealthCheckContext(), impatient.Token);
            Assert.Equal(HealthStatus.Unhealthy, result.Status);
            Assert.StartsWith("Teams: Entra or the platform, asked for a token or the signing keys, has not answered yet.", result.Description, StringComparison.Ordinal);
        }

        credentials.Held.SetResult(new TokenGrant(true, "token"));
        await AssertReadyAsync(bot);
        Assert.InRange(credentials.Calls, 1, 2);
    }

    private static Uri Ready => new("health/ready", UriKind.Relative);

    private static async Task AssertReadyAsync(HostedBot bot)
    {
        var (status, unhealthy) = await LookAsync(bot);
        Assert.Empty(unhealthy);
        Assert.Equal(HttpStatusCode.OK, status);
    }

    private static async Task AssertUnreadyAsync(HostedBot bot, string check)
    {
        var (status, unhealthy) = await LookAsync(bot);
        Assert.Equal([check], unhealthy);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);

        // The process itself is alive all the while: restarting it would mend nothing.
        using var alive = await bot.Http.GetAsync(new Uri("health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, string[] Unhealthy)> LookAsync(HostedBot bot)
    {
        using var answer = await bot.Http.GetAsync(Ready, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (answer.StatusCode, [
            .. json.RootElement.GetProperty("checks").EnumerateObject()
                .Where(check => check.Value.GetProperty("status").GetString() == "Unhealthy")
                .Select(check => check.Name),
        ]);
    }
}
