using System.Diagnostics.Metrics;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Delivery;

/// <summary>Counts deliveries and how long messages waited for them.</summary>
internal sealed class DeliveryMetrics : IDisposable
{
    /// <summary>The name of the product's meter and activity source.</summary>
    public const string Name = "ChecklistBot";

    private readonly Meter meter;
    private readonly Counter<long> deliveries;
    private readonly Histogram<double> waits;

    private readonly DeliveryTrouble trouble;

    public DeliveryMetrics(IMeterFactory meters, DeliveryTrouble trouble)
    {
        this.trouble = trouble;
        meter = meters.Create(Name);
        deliveries = meter.CreateCounter<long>("checklistbot.deliveries", description: "Calls to platforms by step and outcome");
        waits = meter.CreateHistogram<double>("checklistbot.delivery.wait", "s", "Time from due to sent");
    }

    public void Dispose() => meter.Dispose();

    public void Count(string platform, DeliveryStep step, DeliveryOutcome outcome, TimeSpan waited)
    {
        trouble.Note(platform, outcome);
        deliveries.Add(
            1,
            new KeyValuePair<string, object?>("platform", platform),
            new KeyValuePair<string, object?>("step", NameOf(step)),
            new KeyValuePair<string, object?>("outcome", NameOf(outcome)));
        waits.Record(Math.Max(0, waited.TotalSeconds), new KeyValuePair<string, object?>("platform", platform));
    }

    private static string NameOf(DeliveryStep step) => step switch
    {
        DeliveryStep.Post => "post",
        DeliveryStep.Edit => "edit",
        DeliveryStep.Pin => "pin",
        DeliveryStep.Unpin => "unpin",
        _ => "none",
    };

    private static string NameOf(DeliveryOutcome outcome) => outcome switch
    {
        Assessments.Channels.Delivered => "delivered",
        Wait => "wait",
        Refused => "refused",
        Gone => "gone",
        _ => "unknown",
    };
}
