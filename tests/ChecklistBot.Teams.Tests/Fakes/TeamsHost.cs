using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Teams.Tests.Fakes;

/// <summary>The Teams endpoint as a host serves it, with a pretend platform on its other side.</summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client = new();

    private TeamsHost(WebApplication app, MetadataServer metadata, FakeConnector platform, RecordingTurns turns, TestKey key)
    {
        this.app = app;
        Metadata = metadata;
        Platform = platform;
        Turns = turns;
        Key = key;
    }

    public MetadataServer Metadata { get; }

    public FakeConnector Platform { get; }

    public RecordingTurns Turns { get; }

    public TestKey Key { get; }

    public FakeTimeProvider Time => (FakeTimeProvider)app.Services.GetRequiredService<TimeProvider>();

    public IChannel Channel => app.Services.GetRequiredService<IChannel>();

    public static async Task<TeamsHost> StartAsync(Action<TeamsSettings>? change = null)
    {
        var key = new TestKey("key-1", "msteams");
        var metadata = await MetadataServer.StartAsync(key);
        var platform = await FakeConnector.StartAsync();
        var settings = new TeamsSettings
        {
            AppId = TestActivity.AppId,
            TenantId = TestActivity.TenantId,
            OpenIdMetadata = metadata.Address,
            AllowedServiceHosts = { platform.ServiceUrl },
            Token = "outbound",
        };
        settings.Graph.BaseUrl = platform.GraphUrl;
        change?.Invoke(settings);

        var turns = new RecordingTurns();
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(TestKey.Now));
        builder.Services.AddSingleton<ITurnHandler>(turns);
        builder.Services.AddTeams(settings);
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync();
        return new TeamsHost(app, metadata, platform, turns, key);
    }

    /// <summary>Posts an activity as the platform does, with a token that fits it.</summary>
    public async Task<(int Status, JsonNode? Body)> PostAsync(JsonNode activity)
    {
        var spec = new TokenSpec { ServiceUrl = activity["serviceUrl"]?.ToString() };
        return await PostAsync(new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"), Key.Header(spec));
    }

    public async Task<(int Status, JsonNode? Body)> PostAsync(HttpContent body, string? authorization)
    {
        using var response = await SendAsync(HttpMethod.Post, body, authorization);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, HttpContent? body = null, string? authorization = null)
    {
        using var request = new HttpRequestMessage(method, app.Urls.First() + TeamsServices.Route) { Content = body };
        if (authorization is not null) request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        await Platform.DisposeAsync();
        await Metadata.DisposeAsync();
    }
}
