using System.Diagnostics;
using ChecklistBot.Settings;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ChecklistBot.Telemetry;

/// <summary>Traces and metrics over OTLP, only when the standard variables say where to: without them nothing is registered.</summary>
internal static class TelemetryServices
{
    /// <summary>The bot's own activity sources and meters are <c>ChecklistBot</c> and whatever begins with <c>ChecklistBot.</c>.</summary>
    private static readonly string[] Own = [Tracing.Name, $"{Tracing.Name}.*"];

    private static readonly string[] Framework =
        ["System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http"];

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        var traces = TelemetryCheck.SendsTraces(name => builder.Configuration[name]);
        var metrics = TelemetryCheck.SendsMetrics(name => builder.Configuration[name]);
        if (!traces && !metrics)
            return builder;

        var telemetry = builder.Services.AddOpenTelemetry();
        if (traces)
            telemetry.WithTracing(tracing => tracing
                .AddSource(Own)
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
                .AddHttpClientInstrumentation(options => options.EnrichWithHttpRequestMessage = HideAddress)
                .AddOtlpExporter());
        if (metrics)
            telemetry.WithMetrics(metering => metering.AddMeter(Own).AddMeter(Framework).AddOtlpExporter());
        return builder;

        // Slack's answering addresses are secrets, and Teams' name conversations and people: only the host is told.
        static void HideAddress(Activity span, HttpRequestMessage request) => span.SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Authority));
    }
}
