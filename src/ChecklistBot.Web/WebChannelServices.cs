using ChecklistBot.Assessments.Channels;
using ChecklistBot.Web.Endpoints;
using ChecklistBot.Web.Live;
using ChecklistBot.Web.Pages;
using ChecklistBot.Web.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChecklistBot.Web;

/// <summary>The parts of the web channel.</summary>
public static class WebChannelServices
{
    /// <summary>Adds the web channel. The host adds, as singletons, <see cref="ITurnHandler"/>, <see cref="IRooms"/> and any
    /// <see cref="ICardPreview"/>.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services, WebChannelSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton<RoomHub>();
        services.AddSingleton<IChannel, WebChannel>();
        services.AddSingleton<Assets>();
        services.AddSingleton<PageFrame>();
        services.AddSingleton<MessageHtml>();
        services.AddSingleton<RoomPage>();
        services.AddSingleton<ProblemPage>();
        services.AddSingleton<Screen>();
        services.AddSingleton<Guard>();
        services.AddSingleton<PassPhrase>();
        services.AddSingleton<WrongTries>();
        services.AddSingleton<SignInPage>();
        services.AddSingleton<SignInEndpoint>();
        services.AddSingleton<RoomEndpoint>();
        services.AddSingleton<TurnEndpoint>();
        services.AddSingleton<FormPage>();
        services.AddSingleton<FormEndpoint>();
        services.AddSingleton<DocumentEndpoint>();
        services.AddSingleton<EventsEndpoint>();
        return services;
    }
}
