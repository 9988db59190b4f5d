using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChecklistBot.Health;

/// <summary>Whether messages leave when their time has come. One that waits for a platform's own reasons has a later time, so it does not count.</summary>
internal sealed class DeliveryHealth(IAssessmentStore store, TimeProvider time) : IHealthCheck
{
    /// <summary>Longer than any call to a platform may take.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var due = await store.ReadAsync((reader, cancel) => reader.NextDueAsync(cancel), cancellationToken);
            return due is { } moment && time.GetUtcNow() - moment > Late
                ? HealthCheckResult.Degraded("A message has been due for more than two minutes and has not left.")
                : HealthCheckResult.Healthy();
        }
        catch (StorageUnavailableException)
        {
            return HealthCheckResult.Degraded("Nobody knows what is due: the storage cannot be read.");
        }
    }
}
