using System.Collections.Concurrent;
using System.Diagnostics;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Telemetry;

/// <summary>Hears the spans of this process, and tells those of one trace from all others.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ActivityListener listener;
    private readonly ConcurrentQueue<Activity> ended = new();

    public Spans()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "ChecklistBot" or "ChecklistBot.Slack" or "Microsoft.AspNetCore" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The spans of a trace, once each of these names is among theirs.</summary>
    public async Task<IReadOnlyList<Activity>> OfAsync(ActivityTraceId trace, params string[] until) =>
        await Eventually.BecomesAsync(() => Of(trace), spans => until.All(name => spans.Any(span => span.OperationName == name)));

    public IReadOnlyList<Activity> Of(ActivityTraceId trace) => [.. ended.Where(span => span.TraceId == trace)];

    /// <summary>Every span so far with this name.</summary>
    public IReadOnlyList<Activity> Named(string name) => [.. ended.Where(span => span.OperationName == name)];

    public void Dispose() => listener.Dispose();
}
