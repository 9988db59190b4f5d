using ChecklistBot.Slack;
using ChecklistBot.Slack.WebApi;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChecklistBot.Health;

/// <summary>Not ready while Slack's token is dead or no socket is open.</summary>
internal sealed class SlackReadiness : IHealthCheck
{
    /// <summary>A dead token is tried so often at most.</summary>
    internal static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(30);

    private readonly SlackHealth slack;
    private readonly TimeProvider time;
    private readonly SharedWork<bool> trying;
    private readonly Lock gate = new();
    private long? tried;

    public SlackReadiness(SlackHealth slack, ISlackApi api, TimeProvider time)
    {
        (this.slack, this.time) = (slack, time);
        // What the answer says of the token is noted where every answer is read.
        trying = new(async () => (await api.AuthTestAsync(CancellationToken.None)).IsDone);
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Behind a balancer that sends nothing to a bot that is unready, nothing else would ever use the token again.
        if (slack.IsTokenDead && IsTimeToTry())
            await ((Task)trying.JoinAsync(cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return slack.Problem is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy();
    }

    private bool IsTimeToTry()
    {
        lock (gate)
        {
            if (tried is { } last && time.GetElapsedTime(last) < BetweenTries)
                return false;
            tried = time.GetTimestamp();
            return true;
        }
    }
}
