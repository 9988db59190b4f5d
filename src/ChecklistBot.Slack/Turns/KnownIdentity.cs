using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.WebApi;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.Turns;

/// <summary>
/// Who the bot is, asked once at the start and until Slack answers. Nothing waits for it: what arrives earlier is understood
/// by what the payload itself says.
/// </summary>
internal sealed class KnownIdentity(ISlackApi api, TimeProvider time, ILogger<KnownIdentity> logger) : BackgroundService
{
    private volatile SlackIdentity? identity;

    public SlackIdentity? Value => identity;

    /// <summary>The payload belongs to another workspace than the token, where the bot could not answer.</summary>
    public bool IsForeign(string tenant) => identity is { } known && known.Tenant != tenant;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); identity is null; pause = TimeSpan.FromSeconds(Math.Min(60, pause.TotalSeconds * 2)))
        {
            var reply = await api.AuthTestAsync(stoppingToken);
            if (reply.Answer is { } answer)
            {
                identity = answer;
                Log.KnowsItself(logger, answer.BotUserId, answer.Tenant);
                return;
            }

            await Task.Delay(reply.After > pause ? reply.After : pause, time, stoppingToken);
        }
    }
}
