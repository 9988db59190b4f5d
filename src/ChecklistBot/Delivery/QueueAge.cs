using System.Diagnostics.Metrics;
using ChecklistBot.Storage;
using ChecklistBot.Telemetry;

namespace ChecklistBot.Delivery;

/// <summary>Tells how long the message that has been due longest is overdue. Looked up now and then while somebody measures: a gauge cannot wait for the store.</summary>
internal sealed class QueueAge : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly IAssessmentStore store;
    private readonly TimeProvider time;
    private readonly Meter meter;
    private readonly ObservableGauge<double> gauge;
    private long oldestDue = long.MaxValue;

    public QueueAge(IAssessmentStore store, IMeterFactory meters, TimeProvider time)
    {
        (this.store, this.time) = (store, time);
        meter = meters.Create(Tracing.Name);
        gauge = meter.CreateObservableGauge("checklistbot.delivery.queue.age", Observe, "s", "How long the message that has been due longest is overdue; 0 when none is");
    }

    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    /// <summary>Looks the oldest message up.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var due = await store.ReadAsync((reader, cancel) => reader.NextDueAsync(cancel), cancellationToken);
            Volatile.Write(ref oldestDue, due?.UtcTicks ?? long.MaxValue);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            // A gauge stops nothing. The last one known grows older, which is what an alarm should see; the delivery loop logs why.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (gauge.Enabled)
                await LookAsync(stoppingToken);
        }
    }

    private double Observe()
    {
        var overdue = time.GetUtcNow().UtcTicks - Volatile.Read(ref oldestDue);
        return overdue > 0 ? TimeSpan.FromTicks(overdue).TotalSeconds : 0;
    }
}
