using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChecklistBot.Health;

/// <summary>Not ready while nothing can be read from the store.</summary>
internal sealed class StorageCheckUp(IAssessmentStore store) : IHealthCheck
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
            return HealthCheckResult.Unhealthy("The storage cannot be read: is the disk full, or the database gone?");
        }
    }
}
