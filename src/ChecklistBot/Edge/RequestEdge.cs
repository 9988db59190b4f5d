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
        var isNamed = settings.Addresses.All(address => !address.IsWildcard);

        web.Use((context, next) => gate.Admits(context)
            ? next(context)
            : PlainAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, Sentence(publicDoor ?? (isNamed ? listening.First() : null))));

        static string Sentence(string? door) => door is null
            ? "ChecklistBot does not answer under that name. Whoever runs it can set PublicUrl to the address that you used."
            : $"ChecklistBot does not answer under that name. Its address is {door}; whoever runs it can set another one as PublicUrl.";
    }
}
