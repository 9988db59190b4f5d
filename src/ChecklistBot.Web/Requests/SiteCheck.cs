using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ChecklistBot.Web.Requests;

/// <summary>Tells requests that another site makes in somebody's browser from our own page's.</summary>
/// <remarks>Browsers set <c>Origin</c> (RFC 6454) and <c>Sec-Fetch-Site</c> (W3C Fetch Metadata) themselves; pages cannot change them. Requests without
/// either come from no page at all, such as a script of the operator.</remarks>
public static class SiteCheck
{
    public static readonly Problem OtherSite = new(403, "This came from another site, so nothing was done. Open the room itself and try again there.");

    /// <summary>True when the request comes from this site's own pages, or from no page.</summary>
    /// <param name="request">The request.</param>
    /// <param name="publicUrl">The address that people reach when a proxy rewrites the host; null for none.</param>
    public static bool IsOwn(HttpRequest request, Uri? publicUrl) =>
        IsOwnOrigin(request, publicUrl) && (IsOwnFetch(request) || IsVisit(request));

    private static bool IsOwnFetch(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site is "" or "same-origin" or "none";
    }

    // Following a link from a wiki to the room is no request in another site's name: it only shows the page.
    private static bool IsVisit(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers["Sec-Fetch-Mode"] == "navigate"
        && request.Headers["Sec-Fetch-Dest"] == "document";

    private static bool IsOwnOrigin(HttpRequest request, Uri? publicUrl)
    {
        var origin = request.Headers[HeaderNames.Origin].ToString();
        if (origin.Length == 0)
        {
            return true;
        }

        if (origin == "null")
        {
            // A browser that hides the origin still says whether the page was our own; without that, better not.
            return request.Headers["Sec-Fetch-Site"] == "same-origin";
        }

        if (!Uri.TryCreate(origin, UriKind.Absolute, out var from))
        {
            return false;
        }

        if (publicUrl is not null && IsSame(from, publicUrl.Scheme, publicUrl.Authority))
        {
            return true;
        }

        // A proxy that ends TLS leaves the host and changes the scheme: https to the same host is ours too.
        return IsSame(from, request.Scheme, Authority(request)) || IsSame(from, Uri.UriSchemeHttps, request.Host.Value ?? "");
    }

    private static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var own) ? own.Authority : "";

    private static bool IsSame(Uri origin, string scheme, string authority) =>
        string.Equals(origin.Scheme, scheme, StringComparison.OrdinalIgnoreCase)
        && string.Equals(origin.Authority, authority, StringComparison.OrdinalIgnoreCase);
}
