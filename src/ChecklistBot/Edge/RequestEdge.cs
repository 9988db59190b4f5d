using ChecklistBot.Settings;
using ChecklistBot.Telemetry;

namespace ChecklistBot.Edge;

/// <summary>What every request passes before it reaches a route, in this order.</summary>
internal static class RequestEdge
{
    public static WebApplication UseRequestEdge(this WebApplication app, BotSettings settings)
    {
        var acknowledgements = app.Services.GetRequiredService<Acknowledgements>();
        app.Use((context, next) => acknowledgements.MeasureAsync(context, next));
        app.UseMiddleware<ExceptionEdge>();
        app.UseBodyLimits();
        app.UseWhen(WebRequests.IsWeb, web =>
        {
            web.UseSecurityHeaders();
            web.UseHostGate(settings, app.Urls);
        });
        return app;
    }

    private static void UseHostGate(this IApplicationBuilder web, BotSettings settings, ICollection<string> listening)
    {
        var gate = new HostGate(settings.Addresses, settings.PublicUrl);
        var publicDoor = settings.PublicUrl?.GetLeftPart(UriPartial.Authority);

        web.Use((context, next) => gate.Admits(context)
            ? next(context)
            : PlainAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, Sentence(publicDoor ?? listening.First())));

        static string Sentence(string door) =>
            $"ChecklistBot is not served under that name here. Its address is {door}; another one can be set as PublicUrl.";
    }
}
