namespace ChecklistBot.Edge;

/// <summary>What a browser is told to forbid on the web channel's pages.</summary>
internal static class SecurityHeaders
{
    /// <summary>Everything comes from the page's own address, nothing is inline, nobody may frame it.</summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>
    /// Not <c>no-referrer</c>: under that a browser sends <c>Origin: null</c> with the page's own forms (Fetch standard,
    /// "serializing a request origin"), and the site gate could not tell them from another site's.
    /// </summary>
    private const string ReferrerPolicy = "same-origin";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment, so that an answer that replaces another one has them too.
        context.Response.OnStarting(Write, context.Response);
        return next(context);
    });

    private static Task Write(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = ReferrerPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
