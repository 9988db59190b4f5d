using System.Diagnostics.Metrics;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Telemetry;

namespace ChecklistBot.Delivery;

/// <summary>Counts deliveries and how long messages waited for them.</summary>
internal sealed class DeliveryMetrics : IDisposable
{
    private readonly Meter meter;
    private readonly Counter<long> deliveries;
    private readonly Counter<long> repeats;
    private readonly Histogram<double> waits;
    private readonly DeliveryTrouble trouble;

    public DeliveryMetrics(IMeterFactory meters, DeliveryTrouble trouble)
    {
        this.trouble = trouble;
        meter = meters.Create(Tracing.Name);
        deliveries = meter.CreateCounter<long>("checklistbot.deliveries", "{call}", "Calls to platforms by step and outcome");
        repeats = meter.CreateCounter<long>("checklistbot.delivery.repeats", "{call}", "Calls to platforms that had failed or ended unknown before");
        waits = meter.CreateHistogram<double>("checklistbot.delivery.wait", "s", "Time from due to sent");
    }

    public void Dispose() => meter.Dispose();

    /// <param name="platform">Where.</param>
    /// <param name="step">What was done.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="waited">Since it was due.</param>
    /// <param name="attempts">Tries of uncertain end before this one.</param>
    public void Count(string platform, DeliveryStep step, DeliveryOutcome outcome, TimeSpan waited, int attempts)
    {
        trouble.Note(platform, step, outcome, attempts);
        var where = new KeyValuePair<string, object?>("platform", platform);
        var what = new KeyValuePair<string, object?>("step", NameOf(step));
        deliveries.Add(1, where, what, new KeyValuePair<string, object?>("outcome", NameOf(outcome)));
        if (attempts > 0)
            repeats.Add(1, where, what);
        waits.Record(Math.Max(0, waited.TotalSeconds), where);
    }

    public static string NameOf(DeliveryStep step) => step switch
    {
        DeliveryStep.Post => "post",
        DeliveryStep.Edit => "edit",
        DeliveryStep.Pin => "pin",
        DeliveryStep.Unpin => "unpin",
        _ => "none",
    };

    public static string NameOf(DeliveryOutcome outcome) => outcome switch
    {
        Assessments.Channels.Delivered => "delivered",
        Wait => "wait",
        Refused => "refused",
        Gone => "gone",
        _ => "unknown",
    };
}
