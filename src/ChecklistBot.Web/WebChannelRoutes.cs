using ChecklistBot.Web.Endpoints;
using ChecklistBot.Web.Pages;
using ChecklistBot.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChecklistBot.Web;

/// <summary>The routes of the web channel.</summary>
public static class WebChannelRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds the page, its forms, its event stream and its files. Needs <see cref="WebChannelServices.AddWeb"/>.</summary>
    public static IEndpointRouteBuilder MapWeb(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var guard = services.GetRequiredService<Guard>();
        var turns = services.GetRequiredService<TurnEndpoint>();
        routes.MapMethods("/", Reading, guard.Around(services.GetRequiredService<RoomEndpoint>().HandleAsync));
        routes.MapGet("/events", guard.Around(services.GetRequiredService<EventsEndpoint>().HandleAsync));
        routes.MapMethods("/form", Reading, guard.Around(services.GetRequiredService<FormEndpoint>().HandleAsync));
        routes.MapMethods("/document", Reading, guard.Around(services.GetRequiredService<DocumentEndpoint>().HandleAsync));
        routes.MapPost("/say", guard.Around(turns.SayAsync));
        routes.MapPost("/tap", guard.Around(turns.TapAsync));
        routes.MapPost("/answers", guard.Around(turns.AnswersAsync));
        routes.MapPost(SignInEndpoint.Path, guard.AroundOpen(services.GetRequiredService<SignInEndpoint>().HandleAsync));
        foreach (var asset in services.GetRequiredService<Assets>().All)
        {
            routes.MapMethods(asset.Address, Reading, context => AssetsEndpoint.HandleAsync(context, asset));
        }

        return routes;
    }
}
