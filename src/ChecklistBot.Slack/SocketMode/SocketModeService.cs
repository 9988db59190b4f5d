using Microsoft.Extensions.Hosting;

namespace ChecklistBot.Slack.SocketMode;

/// <summary>Runs Socket Mode as long as the process runs.</summary>
internal sealed class SocketModeService(SocketModeClient client) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => client.RunAsync(stoppingToken);
}
