using ChecklistBot.Slack;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChecklistBot.Health;

/// <summary>Not ready while Slack's token is dead or no socket is open.</summary>
internal sealed class SlackReadiness(SlackProbe probe, SlackHealth slack) : IHealthCheck
{
    private readonly SharedWork<string?> search = new(() => probe.FindProblemAsync(CancellationToken.None));

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string? problem;
        try
        {
            problem = await search.JoinAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Slack, asked whether the token works again, has not answered yet.
            problem = slack.Problem;
        }

        return problem is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(problem);
    }
}
