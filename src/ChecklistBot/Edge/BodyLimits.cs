using Microsoft.AspNetCore.Http.Features;

namespace ChecklistBot.Edge;

/// <summary>How large a request may be, in bytes. What is larger is answered 413 without being read to its end.</summary>
internal static class BodyLimits
{
    /// <summary>Slack sends a tapped message back with all its blocks, and a form with all its values, percent-encoded.</summary>
    public const long Largest = 1024 * 1024;

    /// <summary>A Teams activity is at most 256 KB by the platform's own envelope; a page's form is a name, a line of text and an id.</summary>
    public const long Usual = 256 * 1024;

    public static IApplicationBuilder UseBodyLimits(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isSlack = context.Request.Path.StartsWithSegments("/slack", StringComparison.OrdinalIgnoreCase);
        if (!isSlack && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = Usual;
        if (MayStayUnread(context.Request, isSlack ? Largest : Usual))
            context.Response.Headers.Connection = "close";
        return next(context);
    });

    /// <summary>The server closes a connection on which a body was not read to its end. Unless the answer says so, whoever keeps connections, as a proxy
    /// does, sends somebody else's request into the closing one and loses it. A body in chunks does not tell its length.</summary>
    private static bool MayStayUnread(HttpRequest request, long limit) =>
        HttpProtocol.IsHttp11(request.Protocol)
        && (request.ContentLength > limit || (request.ContentLength is null && request.Headers.TransferEncoding.Count > 0));
}
