using System.Security.Cryptography;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ChecklistBot.Telemetry;

/// <summary>Makes what sends telemetry: the library reads its variables only then, and throws at those that it cannot use.</summary>
internal static class TelemetryStart
{
    /// <summary>Why it cannot be sent, as sentences; null when it can, or when none is to be sent.</summary>
    public static string? WhyNot(IServiceProvider services)
    {
        try
        {
            services.GetService<TracerProvider>();
            services.GetService<MeterProvider>();
            return null;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or FormatException
            or IOException or UnauthorizedAccessException or CryptographicException)
        {
            return $"it cannot send telemetry as the variables OTEL_EXPORTER_OTLP_… say: {fault.Message.Split('\n')[0].TrimEnd('.', '\r')}. "
                + "Mend the one that is meant (headers are written KEY=VALUE,KEY=VALUE), or leave OTEL_EXPORTER_OTLP_ENDPOINT out to send none.";
        }
    }
}
