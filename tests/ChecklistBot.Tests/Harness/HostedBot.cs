using ChecklistBot.Composition;
using ChecklistBot.Edge;
using ChecklistBot.Health;
using ChecklistBot.Slack.Turns;
using ChecklistBot.Storage;
using ChecklistBot.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Tests.Harness;

/// <summary>The whole bot inside this process, composed as <c>Program.cs</c> composes it, on a loopback port and with a database of its own: for tests
/// that look at what is inside while real requests come in.</summary>
internal sealed class HostedBot : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly WebApplication app;
    private bool isStopped;

    private HostedBot(TemporaryFolder folder, WebApplication app)
    {
        (this.folder, this.app) = (folder, app);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    public IAssessmentStore Store => app.Services.GetRequiredService<IAssessmentStore>();

    /// <summary>Every route of the running app, as <c>METHOD /pattern</c>.</summary>
    public IReadOnlyList<string> Routes =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(endpoint =>
            (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} {endpoint.RoutePattern.RawText}")),
    ];

    /// <summary>Starts it in Development with these settings.</summary>
    /// <param name="settings">By key.</param>
    /// <param name="adjust">Changes what is composed, before it is built; nothing is logged unless it says so.</param>
    public static async Task<HostedBot> StartAsync(IEnumerable<KeyValuePair<string, string>> settings, Action<WebApplicationBuilder>? adjust = null)
    {
        var folder = new TemporaryFolder();
        Dictionary<string, string> all = new(settings);
        all.TryAdd("environment", "Development");
        all.TryAdd("Urls", "http://127.0.0.1:0");
        all.TryAdd("Storage:ConnectionString", $"Data Source={folder.File("bot.db")}");
        using var errors = new StringWriter();
        Assert.True(BotBuilder.TryCreate([.. all.Select(pair => $"--{pair.Key}={pair.Value}")], errors, out var builder, out var read), errors.ToString());
        builder.AddCore(read).AddTurns(read).AddPlatforms(read).AddHealth().AddTelemetry();
        builder.Logging.ClearProviders();
        adjust?.Invoke(builder);
        var app = builder.Build();
        app.UseRequestEdge(read);
        app.MapHealth();
        app.MapPlatforms(read);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new HostedBot(folder, app);
    }

    /// <summary>Waits until nothing is under way that follows an acknowledgement to Slack.</summary>
    public Task AnsweredAsync() => app.Services.GetRequiredService<AfterAck>().IdleAsync();

    /// <summary>Waits until nothing is left to deliver.</summary>
    public async Task DeliveredAsync() => Assert.Null(await Eventually.BecomesAsync<DateTimeOffset?>(
        () => Store.ReadAsync((reader, cancel) => reader.NextDueAsync(cancel), TestContext.Current.CancellationToken),
        due => due is null));

    /// <summary>Stops it as SIGTERM does: what is under way is finished first.</summary>
    public async Task StopAsync()
    {
        if (isStopped)
            return;
        isStopped = true;
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }
}
