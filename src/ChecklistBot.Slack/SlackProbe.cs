using ChecklistBot.Slack.WebApi;

namespace ChecklistBot.Slack;

/// <summary>Looks what stands between the bot and Slack. Whether a token that was refused works again shows only when it is used, and where a balancer
/// sends nothing to a bot that is not ready nothing uses it: so it is tried by itself.</summary>
/// <param name="api">Asked with <c>auth.test</c>, which needs no scope.</param>
/// <param name="health">What is known.</param>
/// <param name="time">When it was tried last.</param>
public sealed class SlackProbe(ISlackApi api, SlackHealth health, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    private long? tried;

    /// <summary>A sentence for the one who runs the bot; null while everything works. One call at a time.</summary>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        if (!health.IsTokenDead)
        {
            tried = null;
        }
        else if (tried is not { } last)
        {
            // It was refused a moment ago.
            tried = time.GetTimestamp();
        }
        else if (time.GetElapsedTime(last) >= Between)
        {
            tried = time.GetTimestamp();
            // What it answers is noted where all answers are.
            await api.AuthTestAsync(cancellationToken);
        }

        return health.Problem;
    }
}
