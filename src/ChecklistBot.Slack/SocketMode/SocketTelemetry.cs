using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ChecklistBot.Slack.SocketMode;

/// <summary>What a web server tells of requests, for envelopes: a span each, and how long Slack waited for the acknowledgement.</summary>
internal sealed class SocketTelemetry : IDisposable
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "ChecklistBot.Slack";

    private readonly ActivitySource source = new(Name);
    private readonly Meter meter;
    private readonly Histogram<double> durations;
    private readonly TimeProvider time;

    public SocketTelemetry(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        meter = meters.Create(Name);
        durations = meter.CreateHistogram<double>("checklistbot.ack.duration", "s", "Time from an envelope to its acknowledgement");
    }

    /// <summary>Begins the span of an envelope; null while nobody listens.</summary>
    public Activity? Envelope(string type) => source.StartActivity("envelope", ActivityKind.Consumer)?.SetTag("checklistbot.envelope", type);

    /// <summary>Now, for <see cref="Acknowledged"/>.</summary>
    public long Begin() => time.GetTimestamp();

    /// <summary>Counts an envelope that was answered, or was left for Slack to send again.</summary>
    public void Acknowledged(long begun, bool isAccepted) => durations.Record(
        time.GetElapsedTime(begun).TotalSeconds,
        new KeyValuePair<string, object?>("platform", "slack"),
        new KeyValuePair<string, object?>("transport", "socket"),
        new KeyValuePair<string, object?>("outcome", isAccepted ? "accepted" : "failed"));

    public void Dispose()
    {
        source.Dispose();
        meter.Dispose();
    }
}
