using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Telemetry;

[Trait("starts", "the binary")]
public sealed class TelemetryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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
        var traces = await collector.UntilAsync("/v1/traces", "http.request.method").WaitAsync(Patience, TestContext.Current.CancellationToken);
        var metrics = await collector.UntilAsync("/v1/metrics", "http.server.request.duration").WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Contains("checklist-of-the-test", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("Annabella", traces + metrics, StringComparison.Ordinal);
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
