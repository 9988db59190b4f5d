using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChecklistBot.Health;

/// <summary>Whether the store answers, and takes a turn: one that is only readable, or whose writer hangs, keeps nothing.</summary>
internal sealed class StorageHealth(IAssessmentStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.ReadAsync((reader, cancel) => reader.NextDueAsync(cancel), cancellationToken);
            await store.WriteAsync((_, _) => Task.FromResult(true), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StorageUnavailableException)
        {
            return HealthCheckResult.Unhealthy("The storage cannot be read or written; the log says why.");
        }
    }
}
