using ChecklistBot.Teams;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChecklistBot.Health;

/// <summary>Not ready while the bot has no credential for Teams, or nothing to check requests with.</summary>
internal sealed class TeamsReadiness(TeamsHealth teams) : IHealthCheck
{
    /// <summary>A sign-in and a download end by themselves; called off by each probe they would begin anew for ever, and never come to a result.</summary>
    private readonly SharedWork<string?> search = new(() => teams.FindProblemAsync(CancellationToken.None));

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await search.JoinAsync(cancellationToken) is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("Teams: Entra or the platform, asked for a token or the signing keys, has not answered yet. Check the network; the log says more.");
        }
    }
}
