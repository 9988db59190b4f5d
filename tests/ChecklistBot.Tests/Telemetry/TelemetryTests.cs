using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Platforms;

namespace ChecklistBot.Tests.Telemetry;

[Trait("starts", "the binary")]
public sealed class TelemetryTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task With_the_standard_variables_set_traces_and_metrics_go_to_the_collector_without_anybodys_name()
    {
        await using var collector = await Collector.StartAsync();
        await using var bot = await BotProcess.StartAsync(new BotOptions
        {
            Settings =
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
                ["OTEL_SERVICE_NAME"] = "checklist-of-the-test",
            },
        });

        using var page = await bot.Http.GetAsync(new Uri("?room=main&who=Annabella", UriKind.Relative), TestContext.Current.CancellationToken);
        var traces = await collector.UntilAsync("/v1/traces", "http.request.method").WaitAsync(Long, TestContext.Current.CancellationToken);
        var metrics = await collector.UntilAsync("/v1/metrics", "http.server.request.duration").WaitAsync(Long, TestContext.Current.CancellationToken);

        Assert.Contains("checklist-of-the-test", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("Annabella", traces + metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bots_own_spans_and_numbers_are_exported_and_no_address_that_is_a_secret()
    {
        await using var collector = await Collector.StartAsync();
        await using var slack = await FakeSlack.StartAsync();
        var settings = new Dictionary<string, string>(AllPlatforms.Settings(slack))
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
        };
        await using var bot = await BotProcess.StartAsync(new BotOptions { Settings = settings });
        var place = new SlackPlace(new Requests(bot.Http), slack, "T111", "C1");
        await place.CommandAsync("U1", "start CRM to accounting");
        await place.PressAsync("U1", "help~");
        await Patience.UntilAsync(() => !slack.Responses.IsEmpty);

        await collector.UntilAsync("/v1/traces", "checklistbot.outcome").WaitAsync(Long, TestContext.Current.CancellationToken);
        await collector.UntilAsync("/v1/metrics", "checklistbot.ack.duration").WaitAsync(Long, TestContext.Current.CancellationToken);

        // A stop exports what is left. The call to the answering address is a span of the HTTP client's own, which names its host.
        await bot.StopAsync();
        var everything = string.Join('\n', collector.All);
        Assert.Contains("url.full", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("/hook/", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("CRM to accounting", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_logged_while_serving_carries_nobodys_name()
    {
        await using var bot = await BotProcess.StartAsync(new BotOptions
        {
            Environment = "Production",
            Settings = { ["Web:Enabled"] = "true" },
        });

        using var page = await bot.Http.GetAsync(new Uri("?room=main&who=Annabella", UriKind.Relative), TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("who", "Annabella"), KeyValuePair.Create("text", "start Payroll secrets"), KeyValuePair.Create("room", "main")]);
        using var said = await bot.Http.PostAsync(new Uri("say", UriKind.Relative), form, TestContext.Current.CancellationToken);
        await bot.StopAsync();

        Assert.DoesNotContain("Annabella", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Payroll", bot.Output, StringComparison.Ordinal);
    }
}
