using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Authentication;
using ChecklistBot.Teams.Channel;
using ChecklistBot.Teams.Connector;
using ChecklistBot.Teams.Endpoint;
using ChecklistBot.Teams.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Teams;

/// <summary>Switches Teams on in a host that has an <see cref="ITurnHandler"/> and a <see cref="TimeProvider"/>.</summary>
public static class TeamsServices
{
    /// <summary>The address that Azure Bot Service is given; fixed by the contract with the outside.</summary>
    public const string Route = "/api/messages";

    private const string PlatformClient = "teams";
    private const string MetadataClient = "teams-metadata";

    private const int MaxMetadataBytes = 1024 * 1024;

    private static readonly TimeSpan MetadataLimit = TimeSpan.FromSeconds(10);

    /// <summary>Adds the channel, the endpoint and what they need.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="settings">Sound, and on.</param>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        AddClient(services, PlatformClient, client => client.Timeout = Timeout.InfiniteTimeSpan);
        AddClient(services, MetadataClient, client =>
        {
            client.Timeout = MetadataLimit;
            client.MaxResponseContentBufferSize = MaxMetadataBytes;
        });
        services.AddSingleton(settings);
        services.AddSingleton<ServiceHosts>();
        services.AddSingleton<ActivityGate>();
        services.AddSingleton<CheckedTokens>();
        services.AddSingleton<ISigningKeySource>(provider => new OpenIdKeySource(
            settings.OpenIdMetadata, Client(provider, MetadataClient), provider.GetRequiredService<ILogger<OpenIdKeySource>>()));
        services.AddSingleton<SigningKeys>();
        services.AddSingleton(provider => new TokenChecker(
            settings.Issuer,
            settings.AppId ?? "",
            provider.GetRequiredService<SigningKeys>(),
            provider.GetRequiredService<CheckedTokens>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SendBudget>();
        services.AddSingleton(provider => TokensFor(settings, provider));
        services.AddSingleton<ITeamsConnector>(provider => new TeamsConnector(
            Client(provider, PlatformClient),
            provider.GetRequiredService<IPlatformTokens>(),
            provider.GetRequiredService<ServiceHosts>(),
            provider.GetRequiredService<SendBudget>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<TeamsConnector>>()));
        services.AddSingleton<TeamsHealth>();
        services.AddSingleton<MessageLinks>();
        services.AddSingleton<IChannel>(provider => new TeamsChannel(
            provider.GetRequiredService<ITeamsConnector>(),
            provider.GetRequiredService<MessageLinks>(),
            settings.Graph.Pin ? PinsFor(settings, provider) : null,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<TeamsChannel>>()));
        services.AddSingleton<ActivityHandler>();
        services.AddSingleton<TeamsEndpoint>();
        return services;
    }

    /// <summary>Answers <c>POST</c> at <see cref="Route"/>; any other method there gets 405 from the framework.</summary>
    public static IEndpointConventionBuilder MapTeams(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<TeamsEndpoint>();
        return routes.MapPost(Route, new RequestDelegate(endpoint.HandleAsync));
    }

    private static IPlatformTokens TokensFor(TeamsSettings settings, IServiceProvider provider) =>
        settings.IsOpen || !string.IsNullOrEmpty(settings.Token)
            ? new FixedTokens(settings.Token)
            : new EntraTokens(
                () => EntraCredentials.Make(settings),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<EntraTokens>>());

    private static GraphPins PinsFor(TeamsSettings settings, IServiceProvider provider) => new(
        Client(provider, PlatformClient),
        settings.Graph.BaseUrl,
        provider.GetRequiredService<IPlatformTokens>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<GraphPins>>());

    // The clients live as long as the process; their connections are renewed, so that changes of addresses are noticed.
    private static void AddClient(IServiceCollection services, string name, Action<HttpClient> configure) => services
        .AddHttpClient(name, configure)
        .RemoveAllLoggers()
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });

    private static HttpClient Client(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);
}
