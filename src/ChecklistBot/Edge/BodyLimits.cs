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
        var feature = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (feature is { IsReadOnly: false } && !context.Request.Path.StartsWithSegments("/slack", StringComparison.OrdinalIgnoreCase))
            feature.MaxRequestBodySize = Usual;
        return next(context);
    });
}
