using ChecklistBot.Assessments.Channels;
using ChecklistBot.Delivery;
using ChecklistBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChecklistBot.Health;

/// <summary>Whether messages leave when their time has come. One that waits for a platform's own reasons has a later time, so it does not count.</summary>
internal sealed class DeliveryHealth(IAssessmentStore store, DeliveryTrouble trouble, TimeProvider time) : IHealthCheck
{
    /// <summary>Longer than any call to a platform may take.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    private readonly SharedWork<DateTimeOffset?> reading = new(() => store.ReadAsync((reader, cancel) => reader.NextDueAsync(cancel), CancellationToken.None));

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var due = await reading.JoinAsync(cancellationToken);
            if (due is null)
                trouble.IsOver();
            if (due is { } moment && time.GetUtcNow() - moment > Late)
                return HealthCheckResult.Degraded("A message has been due for more than two minutes and has not left.");
            if (trouble.LongerThan(Late) is { Count: > 0 } platforms)
                return HealthCheckResult.Degraded(
                    $"For more than two minutes nothing has been taken by {string.Join(" or ", platforms)}. Messages wait and are sent again; the log says what it answers.");
            return trouble.Failing() is { Count: > 0 } failing
                ? HealthCheckResult.Degraded($"A message has failed for a quarter of an hour on {string.Join(" and ", failing)}; the log says what it answers.")
                : HealthCheckResult.Healthy();
        }
        catch (StorageUnavailableException)
        {
            return HealthCheckResult.Degraded("Nobody knows what is due: the storage cannot be read.");
        }
    }
}
