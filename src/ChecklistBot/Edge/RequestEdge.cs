using ChecklistBot.Settings;

namespace ChecklistBot.Edge;

/// <summary>What every request passes before it reaches a route, in this order.</summary>
internal static class RequestEdge
{
    public static WebApplication UseRequestEdge(this WebApplication app, BotSettings settings)
    {
        app.UseMiddleware<ExceptionEdge>();
        app.UseBodyLimits();
        app.UseWhen(WebRequests.IsWeb, web =>
        {
            web.UseSecurityHeaders();
            web.UseHostGate(settings);
        });
        return app;
    }

    private static void UseHostGate(this IApplicationBuilder web, BotSettings settings)
    {
        var gate = new HostGate(settings.Addresses, settings.PublicUrl);
        var door = settings.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? settings.Addresses[0].Text;
        var sentence = $"ChecklistBot is not served under that name here. Its address is {door}; another one can be set as PublicUrl.";

        web.Use((context, next) => gate.Admits(context)
            ? next(context)
            : PlainAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, sentence));
    }
}
