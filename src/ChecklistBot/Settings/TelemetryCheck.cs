using System.Globalization;
using static ChecklistBot.Settings.FrameworkValues;

namespace ChecklistBot.Settings;

/// <summary>
/// The variables of OpenTelemetry, where any is to be sent: its library passes over a value that it cannot use and says so nowhere, so that nothing arrives, or
/// arrives elsewhere. Where none is sent they may well be another program's.
/// </summary>
internal static class TelemetryCheck
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    private static readonly FrameworkSetting[] Variables =
    [
        Address(Endpoint),
        Address(TracesEndpoint),
        Address(MetricsEndpoint),
        .. Sending("OTEL_EXPORTER_OTLP"),
        .. Sending("OTEL_EXPORTER_OTLP_TRACES"),
        .. Sending("OTEL_EXPORTER_OTLP_METRICS"),
        Word("OTEL_TRACES_SAMPLER", "always_on", "always_off", "traceidratio", "parentbased_always_on", "parentbased_always_off", "parentbased_traceidratio"),
        new FrameworkSetting(
            "OTEL_TRACES_SAMPLER_ARG",
            text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1,
            "a number from 0 to 1, such as 0.25"),
        Whole("OTEL_BSP_SCHEDULE_DELAY", least: 1),
        Whole("OTEL_BSP_EXPORT_TIMEOUT", least: 0),
        Whole("OTEL_BSP_MAX_QUEUE_SIZE", least: 1),
        Whole("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", least: 1),
        Whole("OTEL_METRIC_EXPORT_INTERVAL", least: 1),
        Whole("OTEL_METRIC_EXPORT_TIMEOUT", least: -1),
    ];

    /// <summary>Whether traces are to be sent.</summary>
    public static bool SendsTraces(Func<string, string?> value) => IsSet(value(Endpoint)) || IsSet(value(TracesEndpoint));

    /// <summary>Whether metrics are to be sent.</summary>
    public static bool SendsMetrics(Func<string, string?> value) => IsSet(value(Endpoint)) || IsSet(value(MetricsEndpoint));

    public static void Run(SettingsSource source, SettingFindings findings)
    {
        if (!SendsTraces(source.Value) && !SendsMetrics(source.Value))
            return;

        foreach (var variable in Variables)
        {
            if (source.Value(variable.Pattern) is not { } text)
                continue;

            // An address may hold a password.
            if (variable.Pattern.EndsWith("_ENDPOINT", StringComparison.Ordinal) && text.Contains('@', StringComparison.Ordinal) && !variable.Takes(text))
                findings.Refuse(variable.Pattern, $"what it says (from {source.Origin(variable.Pattern)}) is not one of its values.", $"Write {variable.Expected}.");
            else
                FrameworkCheck.CheckValue(source, variable, variable.Pattern, text, findings);
        }
    }

    private static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);

    private static FrameworkSetting Address(string name) => new(
        name,
        text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https",
        "the address of a collector, such as http://127.0.0.1:4317");

    private static IEnumerable<FrameworkSetting> Sending(string prefix) =>
    [
        ExactWord($"{prefix}_PROTOCOL", "grpc", "http/protobuf"),
        Word($"{prefix}_COMPRESSION", "gzip", "none"),
        Whole($"{prefix}_TIMEOUT", least: 1),
    ];
}
