using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ChecklistBot.Tests.Telemetry;

/// <summary>What one bot measures, whatever other bots of this process do.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> all = new();

    /// <param name="meters">The bot's own.</param>
    public Measured(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (!ReferenceEquals(instrument.Meter.Scope, meters) || !instrument.Meter.Name.StartsWith("ChecklistBot", StringComparison.Ordinal))
                return;
            Instruments.Enqueue((instrument.Name, instrument.Unit ?? ""));
            listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => all.Enqueue((instrument.Name, value, Copy(tags))));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => all.Enqueue((instrument.Name, value, Copy(tags))));
        listener.Start();
    }

    /// <summary>Every instrument by name and unit.</summary>
    public ConcurrentQueue<(string Name, string Unit)> Instruments { get; } = new();

    /// <summary>The values of an instrument that carry all these tags.</summary>
    public IReadOnlyList<double> Of(string name, params (string Key, string Value)[] tags)
    {
        listener.RecordObservableInstruments();
        return [.. all.Where(one => one.Name == name && Array.TrueForAll(tags, tag => Equals(one.Tags.GetValueOrDefault(tag.Key), tag.Value))).Select(one => one.Value)];
    }

    public void Dispose() => listener.Dispose();

    private static Dictionary<string, object?> Copy(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var copy = new Dictionary<string, object?>();
        foreach (var (key, value) in tags)
            copy[key] = value;
        return copy;
    }
}
