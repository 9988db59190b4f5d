using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Teams.Tests.Fakes;

/// <summary>Publishes signing keys on loopback, as the platform does, and counts how often it is asked.</summary>
internal sealed class MetadataServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private MetadataServer(WebApplication app) => this.app = app;

    public List<TestKey> Keys { get; } = [];

    public bool Fails { get; set; }

    public int KeyDownloads { get; private set; }

    public string Address => app.Urls.First() + "/v1/.well-known/openidconfiguration";

    public static async Task<MetadataServer> StartAsync(params TestKey[] keys)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new MetadataServer(app);
        server.Keys.AddRange(keys);
        app.MapGet("/v1/.well-known/openidconfiguration", () => Results.Content(server.Configuration(), "application/json"));
        app.MapGet("/v1/.well-known/keys", () => server.Serve());
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private string Configuration() =>
        $$"""{"issuer":"https://api.botframework.com","jwks_uri":"{{app.Urls.First()}}/v1/.well-known/keys","id_token_signing_alg_values_supported":["RS256"]}""";

    private IResult Serve()
    {
        KeyDownloads++;
        return Fails
            ? Results.StatusCode(StatusCodes.Status502BadGateway)
            : Results.Content($$"""{"keys":[{{string.Join(',', Keys.Select(key => key.Jwk()))}}]}""", "application/json");
    }
}
