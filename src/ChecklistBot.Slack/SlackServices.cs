using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.SocketMode;
using ChecklistBot.Slack.Turns;
using ChecklistBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack;

/// <summary>Puts Slack together.</summary>
public static class SlackServices
{
    private const string HttpClientName = "slack";

    /// <summary>
    /// Adds the channel, the Web API client, and Socket Mode where it is on. Needs an <see cref="ITurnHandler"/>; adds nothing
    /// when Slack is off. The settings are taken as sound: <see cref="SlackSettings.Findings"/> says what is not.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">The <c>Slack</c> section.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackSettings settings)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(settings);
        if (!settings.IsOn)
            return services;

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton<SlackHealth>();
        AddWebApi(services);
        AddTurns(services);
        services.AddSingleton<IChannel>(static provider => new SlackChannel(
            provider.GetRequiredService<ISlackApi>(),
            provider.GetRequiredService<RefusalNotices>(),
            provider.GetRequiredService<KnownIdentity>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SlackChannel>>()));
        if (settings.SocketModeIsOn)
            AddSocketMode(services);
        return services;
    }

    private static void AddWebApi(IServiceCollection services)
    {
        services.AddHttpClient(HttpClientName, http =>
            {
                // The caller has its own patience; an answer of Slack stays far below this size.
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                // A token must not follow a redirect to another host.
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The factory's own log lines hold addresses, and an answering address is a secret.
            .RemoveAllLoggers();
        services.AddSingleton<MethodLimits>();
        services.AddSingleton(static provider => new ApiCaller(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
            provider.GetRequiredService<MethodLimits>(),
            provider.GetRequiredService<SlackHealth>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ApiCaller>>()));
        services.AddSingleton<ISlackApi, SlackWebApi>();
        services.AddSingleton<SlackProbe>();
    }

    private static void AddTurns(IServiceCollection services)
    {
        services.AddSingleton<AfterAck>();
        services.AddHostedService(static provider => provider.GetRequiredService<AfterAck>());
        services.AddSingleton<KnownIdentity>();
        services.AddHostedService(static provider => provider.GetRequiredService<KnownIdentity>());
        services.AddSingleton<People>();
        services.AddSingleton<Reach>();
        services.AddSingleton<PrivateReplies>();
        services.AddSingleton<RefusalNotices>();
        services.AddSingleton<ModalSeal>();
        services.AddSingleton<Modals>();
        services.AddSingleton<FormHandler>();
        services.AddSingleton<InboundHandler>();
    }

    private static void AddSocketMode(IServiceCollection services)
    {
        services.TryAddSingleton<ISocketFactory>(static _ => new ClientSocketFactory());
        services.AddSingleton<SocketModeTiming>();
        services.AddMetrics();
        services.AddSingleton<SocketTelemetry>();
        services.AddSingleton<IEnvelopeHandler, EnvelopeHandler>();
        services.AddSingleton<SocketModeClient>();
        services.AddHostedService<SocketModeService>();
    }
}
