using System.Diagnostics.Metrics;

namespace ChecklistBot.Telemetry;

/// <summary>Measures how long people and platforms wait for the answer to what they sent. Event streams, pages and probes are no part of it.</summary>
internal sealed class Acknowledgements : IDisposable
{
    private readonly Meter meter;
    private readonly Histogram<double> durations;
    private readonly TimeProvider time;

    public Acknowledgements(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        meter = meters.Create(Tracing.Name);
        durations = meter.CreateHistogram<double>("checklistbot.ack.duration", "s", "Time from a request that may hold a turn to its answer");
    }

    public void Dispose() => meter.Dispose();

    public async Task MeasureAsync(HttpContext context, RequestDelegate next)
    {
        if (!durations.Enabled || !HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        var begun = time.GetTimestamp();
        await next(context);
        durations.Record(
            time.GetElapsedTime(begun).TotalSeconds,
            new KeyValuePair<string, object?>("platform", PlatformOf(context.Request.Path)),
            new KeyValuePair<string, object?>("transport", "http"),
            new KeyValuePair<string, object?>("outcome", OutcomeOf(context.Response.StatusCode)));
    }

    private static string PlatformOf(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? "teams"
        : path.StartsWithSegments("/slack", StringComparison.OrdinalIgnoreCase) ? "slack"
        : "web";

    private static string OutcomeOf(int status) => status switch
    {
        < 400 => "accepted",
        < 500 => "refused",
        _ => "failed",
    };
}
