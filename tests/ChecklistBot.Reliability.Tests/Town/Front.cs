using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;

namespace ChecklistBot.Reliability.Tests.Town;

/// <summary>A plain reverse proxy: each request goes to the next process in turn, whether anyone is there or not.</summary>
internal sealed class Front : IAsyncDisposable
{
    private readonly WebApplication app;

    private Front(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single() + "/");

    public static async Task<Front> StartAsync(IEnumerable<Uri> bots)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "bots", Match = new RouteMatch { Path = "{**all}" } }],
            [
                new ClusterConfig
                {
                    ClusterId = "bots",
                    LoadBalancingPolicy = "RoundRobin",
                    Destinations = bots.Select((address, i) => (address, i)).ToDictionary(
                        one => $"bot-{one.i}",
                        one => new DestinationConfig { Address = one.address.AbsoluteUri }),
                },
            ]);
        var app = builder.Build();
        app.MapReverseProxy();
        await app.StartAsync();
        return new Front(app);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}
