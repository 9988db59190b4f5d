using ChecklistBot.Teams;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChecklistBot.Health;

/// <summary>Not ready while the bot has no credential for Teams, or nothing to check requests with.</summary>
internal sealed class TeamsReadiness(TeamsHealth teams) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await teams.FindProblemAsync(cancellationToken) is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy();
}
