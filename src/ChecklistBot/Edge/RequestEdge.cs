using ChecklistBot.Settings;

namespace ChecklistBot.Edge;

/// <summary>What every request passes before it reaches a route, in this order.</summary>
internal static class RequestEdge
{
    public static WebApplication UseRequestEdge(this WebApplication app, BotSettings settings)
    {
        app.UseMiddleware<ExceptionEdge>();
        app.UseBodyLimits();
        app.UseWhen(WebRoutes.IsWeb, web =>
        {
            web.UseSecurityHeaders();
            web.UseGates(settings);
        });
        return app;
    }

    private static void UseGates(this IApplicationBuilder web, BotSettings settings)
    {
        var hosts = new HostGate(settings.Addresses, settings.PublicUrl);
        var sites = new SiteGate(settings.PublicUrl);
        var door = settings.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? settings.Addresses[0].Text;
        var wrongHost = $"ChecklistBot is not served under that name here. Its address is {door}; another one can be set as PublicUrl.";
        const string wrongSite = "That came from another site, so nothing was changed. Please use ChecklistBot's own page.";

        web.Use((context, next) =>
        {
            if (!hosts.Admits(context))
                return PlainAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, wrongHost);

            return sites.Admits(context.Request)
                ? next(context)
                : PlainAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, wrongSite);
        });
    }
}
