using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChecklistBot.Health;

/// <summary>Whether the store answers.</summary>
internal sealed class StorageHealth(IAssessmentStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.ReadAsync((reader, cancel) => reader.NextDueAsync(cancel), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StorageUnavailableException)
        {
            return HealthCheckResult.Unhealthy("The storage cannot be read; the log says why.");
        }
    }
}
