using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChecklistBot.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: and whatever it needs does too.</summary>
internal static class HealthRoutes
{
    /// <summary>A probe that waits longer than this has its answer.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        // One of each for all that ask: they share what they ask of the store.
        builder.Services.AddSingleton<StorageHealth>();
        builder.Services.AddSingleton<DeliveryHealth>();
        builder.Services.AddHealthChecks()
            .AddCheck<StorageHealth>("storage", failureStatus: null, tags: [], Patience)
            .AddCheck<DeliveryHealth>("delivery", failureStatus: HealthStatus.Degraded, tags: [], Patience);
        return builder;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var checks = new SortedDictionary<string, HealthAnswerCheck>(StringComparer.Ordinal);
        foreach (var (name, entry) in report.Entries)
            checks[name] = new HealthAnswerCheck(entry.Status.ToString(), entry.Description);
        return context.Response.WriteAsJsonAsync(
            new HealthAnswer(report.Status.ToString(), checks), HealthJson.Default.HealthAnswer, cancellationToken: context.RequestAborted);
    }
}
