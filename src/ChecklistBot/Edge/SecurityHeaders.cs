using Microsoft.Net.Http.Headers;

namespace ChecklistBot.Edge;

/// <summary>
/// What a browser is told to forbid on whatever the web channel's addresses answer. A page that sets a header itself keeps
/// its own; refusals, errors and unknown addresses get these.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>Nothing at all: these answers are a sentence, and nobody may frame them.</summary>
    private const string ContentPolicy = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment, so that an answer that replaces another one has them too.
        context.Response.OnStarting(Write, context.Response);
        return next(context);
    });

    private static Task Write(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentPolicy);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        return Task.CompletedTask;
    }
}
